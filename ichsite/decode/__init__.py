"""From bytes to typed records: YAML, front matter, Markdown. Pure; nothing here touches the disk."""
