"""The desk: recording what happened, and what is due. Private types; answers go to a terminal or output/staff/ only.

In: the private Site. Out: new texts for submissions, tables for staff. Must not know templates.
"""
