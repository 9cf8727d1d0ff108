# What an ordinary day needs: the first tabs, and what is close at hand.
create-tabs = Tabs to begin with
create-tabs-hint = What you will enter from the first week on. { tab-summary }, { kind-JournalEntry-many }, { tab-reports } and { tab-settings } are always there. Any tab can be switched on or off later under { tab-customize }, and nothing is ever lost by it.
settings-about-attachments = All files attached to records, with their sizes
