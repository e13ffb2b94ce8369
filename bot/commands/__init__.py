"""The command line, one noun a file; words for whoever sits there are in core/locales/*/commands.ftl."""
