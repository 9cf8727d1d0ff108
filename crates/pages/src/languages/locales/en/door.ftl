# Words of the portal and of the sign-in of the Cloud edition.
sign-in-name-or-email = Email address or user name
portal-receipt-lead = Everything was erased? Look up the receipt.
error-receipt-not-found = There is no receipt with this number, or not yet: it comes into being when everything is erased. Compare the number with what you noted down.
portal-erasure-called-back = The erasure was called back. Everything stays as it is.
