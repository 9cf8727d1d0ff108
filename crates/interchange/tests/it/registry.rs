//! The descriptions of kinds agree with themselves and with the registry of kinds.

use books::kinds;
use interchange::{FieldSpec, KindSpec, Shape, spec, spec_by_name, spec_by_slug, specs};
use std::collections::HashSet;

fn assert_ascending(path: &str, fields: &[FieldSpec]) {
    for pair in fields.windows(2) {
        assert!(pair[0].number < pair[1].number, "{path}.{}", pair[1].number);
    }
    let names: HashSet<&str> = fields.iter().map(|field| field.name).collect();
    assert_eq!(
        names.len(),
        fields.len(),
        "two fields of {path} share a name"
    );
    assert!(
        !names.contains("unknown"),
        "{path} uses the word for nameless fields"
    );
    for field in fields {
        assert!(field.number > 0, "{path}");
        assert_ascending(&format!("{path}.{}", field.number), field.shape.parts());
        if let Shape::Choice(values) = field.shape {
            let numbers: HashSet<i64> = values.iter().map(|(number, _)| *number).collect();
            assert_eq!(numbers.len(), values.len(), "{path}.{}", field.number);
        }
    }
}

#[test]
fn field_numbers_ascend_and_names_differ() {
    for kind in specs() {
        assert_ascending(kind.name, kind.fields);
    }
}

#[test]
fn kinds_slugs_and_names_are_each_given_once() {
    let count = specs().len();
    let unique = |of: fn(&KindSpec) -> String| {
        specs()
            .iter()
            .map(|kind| of(kind))
            .collect::<HashSet<_>>()
            .len()
    };
    assert_eq!(unique(|kind| kind.content_type.to_string()), count);
    assert_eq!(unique(|kind| kind.slug.to_owned()), count);
    assert_eq!(unique(|kind| kind.name.to_owned()), count);
    for kind in specs() {
        let plain = |letter: char| letter.is_ascii_lowercase() || letter == '-';
        assert!(kind.slug.chars().all(plain), "{}", kind.slug);
        assert!(spec(kind.content_type).is_some_and(|found| found.name == kind.name));
        assert!(spec_by_slug(kind.slug).is_some_and(|found| found.name == kind.name));
        assert!(spec_by_name(kind.name).is_some_and(|found| found.slug == kind.slug));
    }
}

#[test]
fn names_are_those_of_the_registry_of_kinds() {
    for kind in specs() {
        let registered = kinds::find(kind.content_type).expect(kind.name);
        assert_eq!(registered.name, kind.name);
    }
}

#[test]
fn titles_columns_and_dates_name_known_fields() {
    for kind in specs() {
        for number in kind.title_fields {
            let field = kind.field(*number).expect(kind.name);
            let text = matches!(field.shape, Shape::Text | Shape::LongText);
            assert!(text, "{}.{number} is no text", kind.name);
        }
        for number in kind.list_columns {
            assert!(kind.field(*number).is_some(), "{}.{number}", kind.name);
        }
        if let Some(number) = kind.date_field {
            let field = kind.field(number).expect(kind.name);
            assert!(matches!(field.shape, Shape::Date), "{}.{number}", kind.name);
        }
    }
}

#[test]
fn everyday_documents_parties_and_items_have_a_form() {
    for name in [
        "BalanceSheetAccount",
        "BalanceSheetGroup",
        "BankOrCashAccount",
        "BankReconciliation",
        "CapitalAccount",
        "CreditNote",
        "Customer",
        "DebitNote",
        "DeliveryNote",
        "Division",
        "Employee",
        "ExpenseClaimsPayer",
        "GoodsReceipt",
        "InterAccountTransfer",
        "InventoryItem",
        "JournalEntry",
        "NonInventoryItem",
        "Payment",
        "ProfitAndLossStatementAccount",
        "ProfitAndLossStatementGroup",
        "PurchaseInvoice",
        "PurchaseOrder",
        "PurchaseQuote",
        "Receipt",
        "SalesInvoice",
        "SalesOrder",
        "SalesQuote",
        "SpecialAccount",
        "SubAccount",
        "Supplier",
    ] {
        assert!(spec_by_name(name).expect(name).editable, "{name}");
    }
}
