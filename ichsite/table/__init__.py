"""Tables as spreadsheets and form services export them, read as the hostile things they are."""
