"""Outside links tried, politely: the only part of ichsite that talks to other machines, and only when it is asked to."""
