"""The work: from the card in the group to the result, the quotation and the visit in between, the signature behind it."""
