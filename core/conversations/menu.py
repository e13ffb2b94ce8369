"""The front door: greeting, menu, help, language."""

MENU = (("menu-complain", "menu-repair"), ("menu-ask", "menu-mine"))
