//! Customize: which tabs a business shows. A tab that is switched off loses nothing: its records
//! stay, are posted, and are reached under Settings.
//!
//! The choice stands in the record Tabs under numbers of ours; the flags that the other program
//! keeps there stay as they are (docs/SPEC-settings.md, 7).

use super::meanwhile;
use super::saving::{Asked, put, single, write};
use crate::page_error::key_of;
use crate::records::words;
use crate::request::Visitor;
use crate::shell::{
    BusinessPage, BusinessShell, CUSTOMIZE, business_page_with, success, tabbed_kinds,
    with_business,
};
use crate::{PageError, Shared, addresses, history};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use books::{Key, kinds};
use interchange::{Edit, FieldValue, Group, KindSpec};
use maud::{Markup, html};
use pages::forms;
use pages::layout::heading;
use pages::tables::panel;
use pages::{Argument, Locale, Notice};
use std::collections::BTreeSet;
use store::{Reader, StoreError};

const SHOWN: u32 = 1001;
const HIDDEN: u32 = 1002;
const PAGE: &str = "settings/customize";

/// Which tabs somebody switched on or off; all others follow [`TabChoice::is_shown`]'s rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TabChoice {
    /// Kinds whose tab is on.
    pub shown: BTreeSet<Key>,
    /// Kinds whose tab is off.
    pub hidden: BTreeSet<Key>,
}

impl TabChoice {
    /// The choice of a business.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) fn read(reader: &dyn Reader) -> Result<Self, StoreError> {
        let record = single(reader, kinds::TABS)?;
        let keys = |number| {
            let all = record.all(number);
            all.filter_map(|field| field.value.reference()).collect()
        };
        Ok(Self {
            shown: keys(SHOWN),
            hidden: keys(HIDDEN),
        })
    }

    /// Whether the tab of a kind is shown: as somebody chose, else where there are records.
    pub(crate) fn is_shown(&self, kind: Key, has_records: bool) -> bool {
        !self.hidden.contains(&kind) && (self.shown.contains(&kind) || has_records)
    }

    /// What the record Tabs says where these tabs are on and nothing else was chosen.
    pub(crate) fn edits_to_begin_with(shown: &[Key]) -> [Edit; 1] {
        let keys = shown.iter().copied().map(FieldValue::Reference).collect();
        [Edit::All(SHOWN, keys)]
    }
}

/// `GET /businesses/{business}/settings/customize`.
pub(super) async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let (shell, base) = read(&app, key_of(&business)?).await?;
    let notice = (!asked.saved.is_empty()).then(|| success(visitor.locale.text("settings-saved")));
    Ok(page(&visitor, &shell, &base, StatusCode::OK, notice))
}

/// The business, and what the form is made from.
async fn read(app: &Shared, business: Key) -> Result<(BusinessShell, String), PageError> {
    with_business(app, business, |reader, _| {
        Ok(meanwhile::base(reader, kinds::TABS)?)
    })
    .await
}

fn page(
    visitor: &Visitor,
    shell: &BusinessShell,
    base: &str,
    status: StatusCode,
    notice: Option<Notice>,
) -> Response {
    let locale = visitor.locale;
    let title = locale.text("settings-customize");
    let action = addresses::business_part(shell.key, PAGE);
    let body = html! {
        (heading(&title, history::button(locale, shell.key, kinds::TABS)))
        p .muted { (locale.text("settings-customize-explained")) }
        @if status == StatusCode::CONFLICT {
            (forms::form_error(&locale.error("form-changed-meanwhile", &[])))
        }
        (forms::form(&action, false, html! {
            (meanwhile::field(base))
            @for group in GROUPS { (group_panel(locale, shell, *group)) }
            (forms::submit(locale, &locale.text("button-save"), None))
        }))
    };
    let page = BusinessPage {
        title: &title,
        current_tab: CUSTOMIZE,
        body,
        notice,
        status,
    };
    business_page_with(visitor, shell, page)
}

/// The groups, each with the words that stand above it.
const GROUPS: &[(Group, &str)] = &[
    (Group::Money, "settings-tabs-money"),
    (Group::Sales, "settings-tabs-sales"),
    (Group::Purchases, "settings-tabs-purchases"),
    (Group::Stock, "settings-tabs-stock"),
    (Group::Assets, "settings-tabs-assets"),
    (Group::Payroll, "settings-tabs-payroll"),
    (Group::Accounts, "settings-tabs-accounts"),
];

fn group_panel(locale: Locale, shell: &BusinessShell, group: (Group, &str)) -> Markup {
    let kinds: Vec<&KindSpec> = tabbed_kinds()
        .filter(|spec| spec.group == group.0 && shell.may_have_tab(spec))
        .collect();
    if kinds.is_empty() {
        return html! {};
    }
    let row = |spec: &KindSpec| {
        let count = shell.count(spec.content_type);
        let records = locale.text_with("list-count", &[("count", Argument::Count(count))]);
        let id = format!("tab-{}", spec.slug);
        html! {
            div .field .checkbox {
                label .check for=(id) {
                    input type="checkbox" id=(id) name="tab" value=(spec.slug)
                        checked[shell.is_tab_shown(spec)];
                    span {
                        (words::kind_plural(locale, spec.content_type))
                        @if count > 0 { " " span .muted { "(" (records) ")" } }
                    }
                }
            }
        }
    };
    panel(
        &locale.text(group.1),
        html! { div .choices { @for spec in &kinds { (row(spec)) } } },
    )
}

/// `POST /businesses/{business}/settings/customize`: the slugs of the tabs that are on.
pub(super) async fn save(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let (mut shell, now) = read(&app, business).await?;
    let base = sent.iter().find(|(name, _)| name == "base");
    let base = base.map_or_else(String::new, |(_, value)| value.clone());
    let on: BTreeSet<&str> = sent
        .iter()
        .filter(|(name, _)| name == "tab")
        .map(|(_, slug)| slug.as_str())
        .collect();
    let mut choice = shell.choice.clone();
    // Only what was changed is noted: a tab that follows its rule goes on following it.
    for spec in tabbed_kinds().filter(|spec| shell.may_have_tab(spec)) {
        let is_on = on.contains(spec.slug);
        if is_on == shell.is_tab_shown(spec) {
            continue;
        }
        let kind = spec.content_type;
        choice.shown.remove(&kind);
        choice.hidden.remove(&kind);
        if is_on {
            choice.shown.insert(kind);
        } else {
            choice.hidden.insert(kind);
        }
    }
    let all = |keys: &BTreeSet<Key>| keys.iter().copied().map(FieldValue::Reference).collect();
    let edits = [
        Edit::All(SHOWN, all(&choice.shown)),
        Edit::All(HIDDEN, all(&choice.hidden)),
    ];
    let saved = write(&app, business, move |work, stamp| {
        meanwhile::require_same(&*work, kinds::TABS, &base)?;
        put(work, kinds::TABS, &edits, stamp)
    })
    .await;
    match saved {
        Ok(()) => {
            let page = addresses::business_part(business, &format!("{PAGE}?saved=1"));
            Ok(Redirect::to(&page).into_response())
        }
        // The ticks stand as they were set; the tabs of the page itself are as they will be.
        Err(error) if meanwhile::is_it(&error) => {
            shell.choice = choice;
            Ok(page(&visitor, &shell, &now, StatusCode::CONFLICT, None))
        }
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_wins_over_the_rule() {
        let kind = kinds::CUSTOMER;
        let mut choice = TabChoice::default();
        assert!(choice.is_shown(kind, true) && !choice.is_shown(kind, false));
        choice.hidden.insert(kind);
        assert!(!choice.is_shown(kind, true));
        choice.hidden.clear();
        choice.shown.insert(kind);
        assert!(choice.is_shown(kind, false));
    }
}
