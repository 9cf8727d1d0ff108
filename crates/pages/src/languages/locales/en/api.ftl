# The page that describes the JSON API.
api-title = Books for programs
api-way-in = The way in
api-token = Every request shows an access token in its header. Make one here:
api-texts = Amounts are texts, so that no digit is lost; days are written year-month-day; records are named by their keys.
api-versions = A record comes with its version as ETag. Whoever changes or deletes it sends that version in If-Match: so nobody overwrites what somebody else saved meanwhile.
api-problems = What goes wrong is answered with a code that stays the same in every language, and with a sentence.
api-rates = A token may ask 600 times a minute.
api-addresses = Addresses
api-method = Method
api-address = Address
api-does = What it does
api-kinds = Kinds of records
api-kinds-explained = Each kind has an address of its own. These are its fields; those that a record does not have are absent.
api-field = Field
api-value = Value
