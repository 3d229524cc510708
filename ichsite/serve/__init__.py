"""The development server: builds a preview, watches the project, shows it on this machine and tells open pages."""
