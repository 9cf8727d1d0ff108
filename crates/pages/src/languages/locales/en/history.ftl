# History: every change, who made it, when, before and after.
history-title = History
history-of-record = History of { $name }
history-explanation = Every change is kept here and cannot be edited or switched off.
history-empty = No changes match.
history-count = { $count-is ->
    [one] { $count } change
   *[other] { $count } changes
}
history-column-when = When
history-column-who = Who
history-column-what = What
history-column-record = Record
history-column-number = No.
history-column-difference = Difference
history-filter-user = User
history-filter-action = Action
history-filter-kind = Kind of record
history-filter-from = From
history-filter-to = To
history-filter-text = Text
history-filter-apply = Filter
history-filter-clear = Show all
history-filter-any = Any
history-action-created = Created
history-action-changed = Changed
history-action-deleted = Deleted
history-action-imported = Imported
history-action-restored = Restored from a backup
history-action-removed = Moved to Trash
history-action-returned = Restored from Trash
history-action-backed-up = Backup made
history-action-attached = File added
history-action-detached = File removed
history-action-renamed = Renamed
history-action-sealed = Earlier history sealed
history-action-started = Business created
history-action-unknown = Other ({ $action })
history-sentence-created = { $who } created { $what }
history-sentence-changed = { $who } changed { $what }
history-sentence-deleted = { $who } deleted { $what }
history-restored-from = Restored from { $file }
history-before = Before
history-after = After
history-field = Field
history-difference-title = What changed
history-no-difference = Nothing that is shown changed.
history-not-understood = Parts that are not understood changed too.
history-nothing-before = (nothing)
history-nothing-after = (nothing)
history-value-added = Added
history-value-removed = Removed
history-value-changed = Changed
history-line-added = Line { $number } added
history-line-removed = Line { $number } removed
history-line-changed = Line { $number } changed
history-user-desktop = You, on this computer
history-user-system = The program
history-user-imported = From the imported file
history-legacy = From before the import: kept as it came, not verifiable
history-chain-whole = The chain of fingerprints is whole: { $count-is ->
    [one] { $count } change, unbroken.
   *[other] { $count } changes, unbroken.
}
history-chain-broken = The chain of fingerprints is broken at change { $number }. Somebody changed this History outside the program.
history-head = Fingerprint of the newest change
history-next-older = Older
history-next-newer = Newer
history-clock = The clock of this computer went backwards here.
