"""`python -m ichsite`."""

from ichsite.cli import main

main()
