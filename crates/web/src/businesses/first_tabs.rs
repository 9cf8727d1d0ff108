//! The tabs a new business begins with: the everyday ones, offered as a choice in the form.
//!
//! Without a choice, from the command line or with everything unticked, a business has Summary,
//! Journal Entries, Reports and Settings (docs/SPEC-settings.md, 7).

use crate::records::words;
use books::{Key, kinds};
use maud::{Markup, html};
use pages::Locale;
use pages::forms::{self, Choice, Field};

/// The name the form sends them under.
const FIELD: &str = "tab";

/// The kinds whose tabs are offered, and whether they are ticked at first.
const OFFERED: &[(Key, bool)] = &[
    (kinds::BANK_OR_CASH_ACCOUNT, true),
    (kinds::RECEIPT, true),
    (kinds::PAYMENT, true),
    (kinds::INTER_ACCOUNT_TRANSFER, true),
    (kinds::BANK_RECONCILIATION, true),
    (kinds::CUSTOMER, true),
    (kinds::SALES_QUOTE, false),
    (kinds::SALES_INVOICE, true),
    (kinds::CREDIT_NOTE, false),
    (kinds::SUPPLIER, true),
    (kinds::PURCHASE_INVOICE, true),
    (kinds::DEBIT_NOTE, false),
    (kinds::INVENTORY_ITEM, true),
    (kinds::NON_INVENTORY_ITEM, false),
];

/// What an empty form has ticked.
pub(super) fn usual() -> Vec<Key> {
    let ticked = OFFERED.iter().filter(|(_, is_ticked)| *is_ticked);
    ticked.map(|(kind, _)| *kind).collect()
}

/// The kinds that a sent form has ticked, in the order offered.
pub(super) fn ticked(sent: &[(String, String)]) -> Vec<Key> {
    let is_sent = |kind: &Key| {
        let name = interchange::spec(*kind).map(|spec| format!("{FIELD}[{}]", spec.slug));
        name.is_some_and(|name| sent.iter().any(|(sent, _)| *sent == name))
    };
    OFFERED
        .iter()
        .map(|(kind, _)| *kind)
        .filter(is_sent)
        .collect()
}

/// The choice in the form.
pub(super) fn field(locale: Locale, chosen: &[Key]) -> Markup {
    let named: Vec<(String, &str, bool)> = OFFERED
        .iter()
        .filter_map(|(kind, _)| {
            let spec = interchange::spec(*kind)?;
            let label = words::kind_plural(locale, *kind);
            Some((label, spec.slug, chosen.contains(kind)))
        })
        .collect();
    let choices: Vec<(Choice<'_>, bool)> = named
        .iter()
        .map(|(label, value, is_ticked)| {
            let choice = Choice {
                value,
                label,
                group: "",
            };
            (choice, *is_ticked)
        })
        .collect();
    let field = Field {
        name: FIELD,
        label: &locale.text("create-tabs"),
        ..Field::default()
    };
    html! {
        (forms::ticks(&field, &choices))
        p .field-hint { (locale.text("create-tabs-hint")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_offered_has_a_form_and_a_name_to_send() {
        for (kind, _) in OFFERED {
            let spec = interchange::spec(*kind).expect("a description");
            assert!(crate::records::has_form(*kind), "{}", spec.slug);
            let sent = [(format!("tab[{}]", spec.slug), "on".to_owned())];
            assert_eq!(ticked(&sent), [*kind]);
        }
        assert_eq!(ticked(&[]), []);
    }
}
