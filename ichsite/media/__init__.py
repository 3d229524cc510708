"""Files of the material library made ready to be published: drawings, films, captions. All of them are somebody else's until they are checked."""
