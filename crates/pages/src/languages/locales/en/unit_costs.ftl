# Unit costs: what is set for inventory items, and what their purchases come to.

unit-costs-title = Recalculate unit costs
unit-costs-about = Which set unit costs are not what the purchases of an item come to.
unit-costs-explained = Units that are sold cost what is set for their item. This page works out from all purchases what they really cost, day by day, and sets it. Items that cost their average by themselves are listed too: once a cost is set for them, it holds.
unit-costs-differences = Unit costs that differ
unit-costs-none = All unit costs that are set are what the purchases come to.
unit-costs-set = Set unit cost
unit-costs-worked-out = Worked out
unit-costs-locked = locked
unit-costs-recalculate = Set all unit costs as worked out
unit-costs-more = { $count-is ->
    [one] { $count } more is not shown.
   *[other] { $count } more are not shown.
}
unit-costs-written = { $count-is ->
    [one] { $count } unit cost has been set.
   *[other] { $count } unit costs have been set.
}
unit-costs-negative = Less than nothing on hand
unit-costs-negative-explained = On these days more had gone than had come. Look for a missing purchase or a wrong quantity first: the costs worked out lean on them.
unit-costs-document = Document
