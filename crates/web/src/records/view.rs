//! One record, whole: what it says, what it posts, what is attached, what nobody understands.

use super::list::{changed_at, tab_of};
use super::names::{Names, list_path, record_part};
use super::{
    copying, fields, form_kinds, leftover, postings, reconciliation, rules, standing, stock_mover,
    words,
};
use crate::access::current;
use crate::attachments::preview;
use crate::blocking::blocking;
use crate::opened::taking_path;
use crate::page_error::key_of;
use crate::papers::{Printed, printed};
use crate::request::Visitor;
use crate::settings::is_custom_field;
use crate::shell::{BusinessShell, SETTINGS, business_page};
use crate::{PageError, Shared, addresses, attachments, emails, history};
use axum::extract::{Path, Query as AskedFor, State};
use axum::response::Response;
use books::{Key, Object, kinds};
use interchange::{DecodedRecord, Group, decode, spec};
use jiff::Timestamp;
use maud::{Markup, html};
use pages::icons::{Icon, icon};
use pages::layout::heading;
use pages::tables::{facts, panel};
use store::StoreError;
use users::Operation;

/// `GET /businesses/{business}/record/{record}`.
pub(super) async fn show_record(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, record)): Path<(String, String)>,
    AskedFor(asked): AskedFor<preview::Asked>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let record = key_of(&record)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let reader = opened.read()?;
        let shell = BusinessShell::read(business, reader.as_ref())?;
        let object = reader
            .object(record)?
            .ok_or(StoreError::RecordNotFound(record))?;
        let names = Names::new(reader.as_ref(), visitor.locale, business);
        let title = title_of(&names, &object);
        let files = attachments::section(&names, record, asked.key(), app.attachment_bytes_max)?;
        let paper = if object.is_keyed_by_kind() {
            None
        } else {
            printed(&app, reader.as_ref(), &object, business, visitor.locale)?
        };
        let acts = match &visitor.opened {
            Some(mark) => acts_of_opened(&names, &object, mark.key),
            None => actions(&names, &object, shell.zone()),
        };
        let today = backup::today(Timestamp::now(), shell.zone());
        let standing = standing::section(&names, &object, today)?;
        let parts = [&standing, &files, &acts];
        let body = body(&names, &object, &title, paper, parts, shell.zone())?;
        let tab = spec(object.content_type).map_or(SETTINGS, tab_of);
        Ok(business_page(&visitor, &shell, &title, tab, body))
    })
    .await
}

/// The title of the page; form defaults are called what they are, and a document, whose number
/// alone says little, by its kind and number.
fn title_of(names: &Names<'_>, object: &Object) -> String {
    let is_form_default =
        object.is_keyed_by_kind() && spec(object.content_type).is_some_and(|spec| !spec.singleton);
    if is_form_default {
        let kind = words::kind_name(names.locale, object.content_type);
        format!("{} ({kind})", names.locale.text("record-form-defaults"))
    } else {
        titled(names, object)
    }
}

/// The kind and the number of a document; what any other record is called.
pub(super) fn titled(names: &Names<'_>, object: &Object) -> String {
    let title = names.title_of(object);
    let is_document = spec(object.content_type).is_some_and(|spec| spec.date_field.is_some());
    let number = interchange::title(object).filter(|number| is_document && *number == title);
    match number {
        Some(number) => {
            let kind = words::kind_name(names.locale, object.content_type);
            format!("{kind} {number}")
        }
        None => title,
    }
}

fn body(
    names: &Names<'_>,
    object: &Object,
    title: &str,
    paper: Option<Printed>,
    [standing, files, acts]: [&Markup; 3],
    zone: &str,
) -> Result<Markup, StoreError> {
    let content = content(names, object, &Moment::Now(paper.as_ref()))?;
    let moves = stock_mover::sentence(names, object)?;
    Ok(html! {
        // In print the paper stands alone: style.css hides what follows it.
        @if let Some(paper) = &paper { (paper.sheet) }
        (heading(title, acts.clone()))
        (kind_line(names, object))
        @if let Some(sentence) = &moves { p .notice .info { (sentence) } }
        (standing)
        @if let Some(paper) = &paper { (paper.letterhead) }
        (content)
        (files)
        (as_stored(names, object, zone))
    })
}

/// What a record says, and nothing to do with it: for a record as it was.
pub(crate) fn content_only(names: &Names<'_>, object: &Object) -> Result<Markup, StoreError> {
    content(names, object, &Moment::Past)
}

/// Whether a record is shown as it is now, with its paper, or as it was.
enum Moment<'a> {
    Now(Option<&'a Printed>),
    Past,
}

/// What a record says, with what its lines come to below them.
fn content(names: &Names<'_>, object: &Object, moment: &Moment<'_>) -> Result<Markup, StoreError> {
    Ok(match decode(object.content_type, &object.content) {
        Ok(record) => understood(names, object, &record, moment)?,
        Err(error) => leftover::damaged(names, &object.content, &error.to_string()),
    })
}

fn understood(
    names: &Names<'_>,
    object: &Object,
    record: &DecodedRecord,
    moment: &Moment<'_>,
) -> Result<Markup, StoreError> {
    let paper = match moment {
        Moment::Now(paper) => *paper,
        Moment::Past => None,
    };
    let described = match spec(object.content_type) {
        Some(spec) => html! {
            (fields::panel_of_facts(names, spec, object, record)?)
            (fields::tables_of_lines(names, spec, record, paper.map(|it| &it.line_amounts))?)
        },
        None => html! {
            p .muted { (names.locale.text("record-unknown-kind-explained")) }
        },
    };
    let postings = if object.is_keyed_by_kind() {
        html! {}
    } else if object.content_type == kinds::BANK_RECONCILIATION {
        reconciliation::section(names, record)?
    } else if matches!(moment, Moment::Now(_)) {
        postings::kept_section(names, object)?
    } else {
        postings::section(names, object)?
    };
    Ok(html! {
        (described)
        @if let Some(paper) = paper { (paper.totals) }
        (postings)
        @if let Some(rest) = leftover::section(names, record)? { (rest) }
    })
}

/// Edit, History, Attachments and Delete, as far as the kind allows them.
fn actions(names: &Names<'_>, object: &Object, zone: &str) -> Markup {
    let locale = names.locale;
    let part = |part: &str| record_part(names.business, object.key, part);
    let editable = is_editable(object);
    html! {
        @if editable {
            a .button .primary href=(part("edit")) {
                (icon(Icon::Edit)) (locale.text("record-edit"))
            }
        }
        (emails::record_actions(locale, names.business, object))
        @if !object.is_keyed_by_kind() {
            a .button href=(part("pdf")) {
                (icon(Icon::Download)) (locale.text("paper-button-pdf"))
            }
            // Without scripts the browser's own menu prints.
            button .button type="button" data-print hidden {
                (icon(Icon::Printer)) (locale.text("paper-button-print"))
            }
        }
        // A built-in account and a form default are the only ones of their kind.
        @if editable && !object.is_keyed_by_kind() { (copies(names, object, zone)) }
        (history::button(locale, names.business, object.key))
        a .button href="#attachments" { (icon(Icon::Clip)) (locale.text("record-attachments")) }
        @if rules::is_of_deletable_kind(object) {
            a .button .danger-quiet href=(part("deletion")) {
                (icon(Icon::Bin)) (locale.text("button-delete"))
            }
        }
    }
}

/// What may be done with a record of an opened file: it is looked at, or brought back.
fn acts_of_opened(names: &Names<'_>, object: &Object, opened: Key) -> Markup {
    let locale = names.locale;
    html! {
        a .button .primary href=(taking_path(opened, object.key)) {
            (icon(Icon::History)) (locale.text("taking-button"))
        }
        @if !object.is_keyed_by_kind() {
            a .button href=(record_part(names.business, object.key, "pdf")) {
                (icon(Icon::Download)) (locale.text("paper-button-pdf"))
            }
        }
        (history::button(locale, names.business, object.key))
    }
}

/// Copy, and copy to another kind where a document leads on to one.
fn copies(names: &Names<'_>, object: &Object, zone: &str) -> Markup {
    let locale = names.locale;
    let copy = record_part(names.business, object.key, "copy");
    let targets = copying::targets(object.content_type).iter();
    // A menu of nothing is none: what may not be made there is not offered (SPEC-users.md, 2.6).
    let may = |slug: &str| current::may(names.business, Operation::Create(slug.to_owned()), zone);
    let targets = targets.filter_map(|kind| spec(*kind));
    let targets: Vec<_> = targets.filter(|spec| may(spec.slug)).collect();
    html! {
        a .button href=(copy) { (locale.text("record-copy")) }
        @if !targets.is_empty() {
            details .menu {
                summary .button { (locale.text("record-copy-to")) }
                ul {
                    @for target in &targets {
                        @let href = format!("{copy}?to={}", target.slug);
                        li { a href=(href) { (words::kind_name(locale, target.content_type)) } }
                    }
                }
            }
        }
    }
}

/// Whether this version has a form for the record, form defaults among them. Damaged records have
/// none.
pub(super) fn is_editable(object: &Object) -> bool {
    let has_form =
        form_kinds::form_of(object.content_type).is_some() || is_custom_field(object.content_type);
    has_form && decode(object.content_type, &object.content).is_ok()
}

/// What kind of record it is, with the way to the others; and what it is attached to.
fn kind_line(names: &Names<'_>, object: &Object) -> Markup {
    let locale = names.locale;
    let is_form_default =
        object.is_keyed_by_kind() && spec(object.content_type).is_some_and(|spec| !spec.singleton);
    html! {
        p .kind-line { (way_up(names, object.content_type, is_form_default)) }
        @if is_form_default {
            p .muted { (locale.text("record-form-defaults-explained")) }
        }
    }
}

/// The way to the page where records of a kind are kept together: that of the settings which has
/// them, else their list.
fn way_up(names: &Names<'_>, kind: Key, is_form_default: bool) -> Markup {
    use kinds::Class::{BalanceSheetAccount, ProfitAndLossAccount, StartingBalance};
    let class = kinds::find(kind).map(|kind| kind.class);
    let described = spec(kind);
    let is_of_chart = kind != kinds::JOURNAL_ENTRY
        && described.is_some_and(|spec| spec.group == Group::Accounts)
        || matches!(class, Some(BalanceSheetAccount | ProfitAndLossAccount));
    let is_footer = described.is_some_and(|spec| spec.name.ends_with("Footer"));
    let page = match kind {
        _ if is_form_default => Some(("settings-form-defaults", "settings/form-defaults")),
        _ if is_of_chart => Some(("tab-chart-of-accounts", "chart-of-accounts")),
        _ if is_footer => Some(("settings-footers", "settings/footers")),
        _ if class == Some(StartingBalance) => {
            Some(("settings-starting-balances", "settings/starting-balances"))
        }
        kinds::BASE_CURRENCY | kinds::FOREIGN_CURRENCY => {
            Some(("settings-currencies", "settings/currencies"))
        }
        _ => None,
    };
    match page {
        Some((label, page)) => {
            let href = addresses::business_part(names.business, page);
            html! { a href=(href) { (names.locale.text(label)) } }
        }
        None => {
            let label = words::kind_plural(names.locale, kind);
            html! { a href=(list_path(names.business, kind)) { (label) } }
        }
    }
}

/// The keys and the moment of the row itself, folded away.
fn as_stored(names: &Names<'_>, object: &Object, zone: &str) -> Markup {
    let locale = names.locale;
    let size = u64::try_from(object.content.len()).unwrap_or(u64::MAX);
    let key = |key: Key| html! { code { (key) } };
    let rows = [
        (locale.text("record-key"), key(object.key)),
        (locale.text("record-content-type"), key(object.content_type)),
        (locale.text("field-Size"), html! { (locale.bytes(size)) }),
        (
            locale.text("list-column-changed"),
            html! { @if let Some(at) = changed_at(object) { (locale.instant(at, zone)) } },
        ),
    ];
    panel(
        "",
        html! { details { summary { (locale.text("record-raw")) } (facts(&rows)) } },
    )
}
