//! What every page shares: layout, the five languages, number and date display, forms.
