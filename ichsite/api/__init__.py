"""What other programs read: the catalogue as JSON with its schemas, the calendar of streams, the site in one text.

Everything here is made of explicit classes from what is published: a field that no class names is in no file.
"""
