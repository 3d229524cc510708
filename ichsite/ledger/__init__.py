"""The ledger of addresses: who is who since the last build, what each is called, and what answers at every old address."""
