"""JSON Schemas (draft-07) of the files that an author writes, for editors that complete, explain and check them.

They are made of the classes by which the files are decoded (`ichsite.decode.typed`); what a person reads in them stands
in `texts/`. Nothing here is imported by a build.
"""
