//! Accounts that exist without a record: a form renames one, gives it a code or moves it to another
//! group. One form for each of their shapes, made for every kind of it.

use super::checks::nothing;
use crate::records::choices::Source;
use crate::records::form::{Form, FormField};
use books::Key;
use books::kinds::{self, Class};
use interchange::{KindSpec, Shape};
use std::sync::LazyLock;

/// The form of a built-in account or of a root of the balance sheet, by what its description has.
pub(super) fn form_of(content_type: Key) -> Option<&'static Form> {
    ALL.iter().find(|form| form.content_type == content_type)
}

static ALL: LazyLock<Vec<Form>> = LazyLock::new(|| {
    interchange::specs()
        .iter()
        .filter(|spec| is_built_in(spec))
        .map(|spec| form(spec))
        .collect()
});

fn is_built_in(spec: &KindSpec) -> bool {
    let class = kinds::find(spec.content_type).map(|kind| kind.class);
    let is_root = [kinds::ASSETS, kinds::LIABILITIES, kinds::EQUITY].contains(&spec.content_type);
    is_root
        || matches!(
            class,
            Some(Class::BalanceSheetAccount | Class::ProfitAndLossAccount)
        )
}

fn form(spec: &'static KindSpec) -> Form {
    let number = |name| spec.field_by_name(name).map(|field| field.number);
    let name = number("Name").unwrap_or(1);
    let code = number("Code");
    let group = spec.field_by_name("Group");
    let is_balance_sheet = group.is_some_and(|field| match field.shape {
        Shape::Reference(kinds) => kinds.contains(&kinds::BALANCE_SHEET_GROUP),
        _ => false,
    });
    let source = if is_balance_sheet {
        Source::BalanceSheetGroups
    } else {
        Source::ProfitAndLossGroups
    };
    let mut fields = vec![FormField::new(name).hinted("account-built-in-name-hint")];
    fields.extend(code.map(FormField::new));
    fields.extend(group.map(|field| FormField::record(field.number, source)));
    Form {
        content_type: spec.content_type,
        // Made once for the life of the program.
        fields: Vec::leak(fields),
        lines: None,
        check: nothing,
    }
}
