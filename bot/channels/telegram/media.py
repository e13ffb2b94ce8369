"""Photos, voices, videos and files in a message, and what came that is nothing we can use."""

from telegram import Message, Update
from telegram.ext import filters

from core.chat import Attachment

CHANNEL = "telegram"
MOST_BYTES = 20_000_000  # Telegram hands no larger file to a bot

# Telegram's types by what they are to us. A file keeps its type for good, a video note cannot go as a video: so
# where the two differ, the type stands before the file's id.
KINDS = {
    "photo": "photo",
    "voice": "voice",
    "audio": "voice",
    "video": "video",
    "video_note": "video",
    "animation": "video",  # before document: Telegram gives an animation a second time as one
    "document": "document",
}
UNREADABLE = (
    "sticker",
    "venue",  # before location: a venue has one too
    "location",
    "poll",
    "dice",
    "game",
    "story",
    "checklist",
    "invoice",
    "paid_media",
    "giveaway",
)


def attachments(message: Message) -> tuple[Attachment, ...]:
    """What is attached; of a photo's sizes the largest."""
    for type_, kind in KINDS.items():
        if found := getattr(message, type_):
            file = found[-1] if type_ == "photo" else found
            ref = file.file_id if type_ == kind else f"{type_}:{file.file_id}"
            name = getattr(file, "file_name", None) or ""
            return (Attachment(kind, ref, name, file.file_size or 0, CHANNEL),)
    return ()


def unreadable(message: Message, attached: tuple[Attachment, ...]) -> str:
    """What came when it is nothing we can use, or more than we can fetch."""
    if any(attachment.size > MOST_BYTES for attachment in attached):
        return "too-big"
    if message.contact and not own_phone(message):
        return "foreign-contact"
    found = next((kind for kind in UNREADABLE if getattr(message, kind)), "")
    if found or attached or message.text or message.contact:
        return found.replace("_", "-")
    return "other"


def own_phone(message: Message) -> str:
    """The telephone number of a shared contact, if it is the sender's own: a forwarded one proves nothing."""
    contact, sender = message.contact, message.from_user
    if contact is None or sender is None or contact.user_id != sender.id:
        return ""
    return "".join(c for c in contact.phone_number if c.isdecimal())


def is_service(update: Update) -> bool:
    """Whether nobody said anything: somebody joined, a title changed, a message was pinned."""
    return filters.StatusUpdate.ALL.filter(update)


def file_of(attachment: Attachment) -> tuple[str, str]:
    """Telegram's type and id of a file."""
    before, colon, id_ = attachment.ref.partition(":")
    return (before, id_) if colon else (attachment.kind, attachment.ref)
