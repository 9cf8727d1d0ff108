//! What is in a checked file, in words, before anything is imported.

use super::comparison::{chooser, comparison};
use super::job::{Compared, Incoming};
use super::run::Before;
use crate::App;
use crate::backups::section_name;
use crate::long_work::{POLL, reload_without_scripts};
use crate::records::words;
use backup::{Absence, FilePlan, Finding, Level};
use books::{Key, kinds};
use maud::{Markup, html};
use pages::forms::Field;
use pages::tables::{BadgeKind, Column, amount_cell, badge, cell, facts, panel, progress, table};
use pages::{Argument, Locale, forms, user_text};
use store::Section;

/// How many findings are shown; the rest is counted. A hostile file may bring one per record.
const FINDINGS_COUNT_MAX: usize = 200;

/// The preview: the decision, what differs from a business that is here, facts, records by kind,
/// what is unknown, findings.
pub(super) fn preview(locale: Locale, app: &App, incoming: &Incoming, before: &Before) -> Markup {
    let (id, plan) = (incoming.id, &incoming.plan);
    let taken: Vec<&str> = before.all.iter().map(|it| it.name.as_str()).collect();
    html! {
        @if lacks_log(plan) { (log_missing(locale)) }
        (decision(locale, id, plan, &taken))
        @if !before.all.is_empty() {
            (chooser(locale, id, &before.all, before.chosen))
            (compared(locale, incoming, before))
        }
        @if let (Some(key), Some(name)) = (before.chosen, before.name()) {
            @if app.imports.may_replace { (replacement(locale, app, incoming, key, name)) }
        }
        (panel("", facts(&file_facts(locale, plan))))
        (panel(&locale.text("import-preview-kinds"), kinds_table(locale, plan)))
        @if !unknown_rows(locale, plan).is_empty() {
            (panel(&locale.text("import-preview-unknown"), html! {
                p { (locale.text("import-preview-unknown-explained")) }
                @for (label, list) in unknown_rows(locale, plan) { h3 { (label) } (list) }
            }))
        }
        (panel(&locale.text("import-preview-findings"), findings(locale, plan)))
    }
}

/// Whether the file was copied while another program had it open, and the log is not with it.
pub(super) fn lacks_log(plan: &FilePlan) -> bool {
    plan.findings
        .iter()
        .any(|finding| finding.code == "wal-copy")
}

/// The newest entries may lie in a second file: says so, and offers to choose both.
fn log_missing(locale: Locale) -> Markup {
    html! {
        section .panel {
            h2 { (locale.text("log-missing-title")) }
            p { (locale.text("log-missing")) }
            p { a .button href="/imports/new" { (locale.text("log-again")) } }
        }
    }
}

/// The tick without which a file that lacks its log is not imported.
fn log_accepted(locale: Locale, plan: &FilePlan, name: &str) -> Markup {
    if !lacks_log(plan) {
        return html! {};
    }
    html! {
        div .field .checkbox {
            label .check for=(name) {
                input type="checkbox" id=(name) name="without_log" value="on" required;
                span { (locale.text("log-accept")) }
            }
        }
    }
}

/// The comparison, or how far it has come.
fn compared(locale: Locale, incoming: &Incoming, before: &Before) -> Markup {
    let (Some(key), Some(name)) = (before.chosen, before.name()) else {
        return html! {};
    };
    match &before.compared {
        Some(Compared::Done(found)) => comparison(locale, name, found),
        Some(Compared::Failed(error)) => forms::form_error(&error.sentence(locale)),
        Some(Compared::Working) => {
            let poll = format!("/imports/{}?with={key}&{POLL}=1", incoming.id);
            let (_, part) = incoming.watch.now();
            html! {
                (reload_without_scripts())
                (progress(locale, &poll, &locale.text("compare-working"), part))
            }
        }
        None => html! {},
    }
}

/// The form that puts the file in the place of the business it is compared with.
fn replacement(locale: Locale, app: &App, incoming: &Incoming, key: Key, name: &str) -> Markup {
    let told = [("name", Argument::Text(name))];
    let title = locale.text_with("replace-title", &told);
    let folder = app.imports.safety_folder.display().to_string();
    let field = Field {
        name: "safety_folder",
        label: &locale.text("replace-folder"),
        value: &folder,
        ..Field::default()
    };
    let action = format!("/imports/{}/confirmation", incoming.id);
    panel(
        &title,
        html! {
            p { (locale.text_with("replace-explanation", &told)) }
            (forms::form(&action, false, html! {
                (forms::hidden("replace", &key.to_string()))
                (forms::text(&field))
                (log_accepted(locale, &incoming.plan, "without_log_replacing"))
                div .form-buttons {
                    button .button .danger-quiet type="submit" { (title) }
                }
            }))
        },
    )
}

/// The name it is to have, and the two buttons.
fn decision(locale: Locale, id: Key, plan: &FilePlan, taken: &[&str]) -> Markup {
    let name = free_name(&plan.business_name, taken);
    let hint = (name != plan.business_name).then(|| locale.text("import-name-hint"));
    let field = Field {
        name: "name",
        label: &locale.text("import-name"),
        value: &name,
        hint: hint.as_deref(),
        required: true,
        ..Field::default()
    };
    let cancellation = format!("/imports/{id}/cancellation");
    html! {
        (forms::form(&format!("/imports/{id}/confirmation"), false, html! {
            (forms::text(&field))
            (log_accepted(locale, plan, "without_log"))
            div .form-buttons {
                button .button .primary type="submit" {
                    @if taken.is_empty() {
                        (locale.text("import-submit"))
                    } @else {
                        (locale.text("import-submit")) " — " (locale.text("replace-keep-both"))
                    }
                }
                button .button type="submit" formaction=(cancellation) formnovalidate {
                    (locale.text("import-cancel"))
                }
            }
        }))
        p .quiet { (locale.text("import-safe")) }
        (forms::button_form(&format!("/opened/imports/{id}"), &locale.text("opened-look"), &[]))
    }
}

/// The name itself, or the name with the first number that tells it apart.
fn free_name(wanted: &str, taken: &[&str]) -> String {
    let is_free = |name: &String| !taken.contains(&name.as_str());
    std::iter::once(wanted.to_owned())
        .chain((2_u32..).map(|number| format!("{wanted} ({number})")))
        .find(is_free)
        .unwrap_or_else(|| wanted.to_owned())
}

/// What the file is, who made it, how much is in it.
pub(crate) fn file_facts(locale: Locale, plan: &FilePlan) -> Vec<(String, Markup)> {
    let bytes = locale.bytes(plan.bytes_count);
    let file = [
        ("file", Argument::Text(&plan.file_name)),
        ("size", Argument::Text(&bytes)),
    ];
    let mut rows = vec![
        (
            locale.text("import-file"),
            html! { (locale.text_with("import-preview-file", &file)) },
        ),
        (
            locale.text("import-preview-name"),
            user_text(&plan.business_name),
        ),
        (
            locale.text("import-preview-form"),
            html! {
                (locale.text(&format!("form-{}", plan.form.code())))
                @if plan.encrypted { " · " (locale.text("form-age")) }
            },
        ),
        (locale.text("import-preview-made"), made(locale, plan)),
    ];
    if let Some(version) = plan.schema_version {
        rows.push((locale.text("import-preview-version"), html! { (version) }));
    }
    let currency = &plan.fingerprint.currency;
    if !currency.is_empty() {
        rows.push((locale.text("import-preview-currency"), user_text(currency)));
    }
    rows.push((
        locale.text("import-preview-records"),
        html! { (locale.count(plan.records_count)) },
    ));
    for section in Section::ALL {
        rows.push((
            section_name(locale, section),
            section_state(locale, plan, section),
        ));
    }
    rows.push((
        locale.text("import-preview-totals"),
        html! { (totals(locale, plan)) },
    ));
    rows.push((
        locale.text("backup-content-digest"),
        html! { code .digest { (plan.content_digest) } },
    ));
    rows
}

/// Who made it, when, with what; or that its maker recorded nothing to compare it with.
fn made(locale: Locale, plan: &FilePlan) -> Markup {
    let Some(made) = &plan.made else {
        return html! { (locale.text("import-preview-no-manifest")) };
    };
    let zone = plan.time_zone.as_deref().unwrap_or("UTC");
    let when = locale.instant(made.at, zone);
    let program = format!("{} {}", locale.text("product-name"), made.program_version);
    let by = [
        ("program", Argument::Text(&program)),
        ("when", Argument::Text(&when)),
    ];
    html! {
        (locale.text_with("verify-made-by", &by))
        @if !made.by.is_empty() { " · " (user_text(&made.by)) }
    }
}

/// How much of a section there is; or that somebody left it out; or that the file has none.
fn section_state(locale: Locale, plan: &FilePlan, section: Section) -> Markup {
    let absence = plan.absent.iter().find(|(absent, _)| *absent == section);
    if let Some((_, absence)) = absence {
        return match absence {
            Absence::LeftOut { by } => html! {
                (badge(BadgeKind::Warning, &locale.text("import-preview-left-out")))
                @if !by.is_empty() { " " (user_text(by)) }
            },
            Absence::Missing => html! { (locale.text("import-preview-not-in-file")) },
        };
    }
    let (key, count) = match section {
        Section::Attachments => ("import-done-attachments", plan.attachments_count),
        Section::Emails => ("import-done-emails", plan.emails_count),
        Section::History => ("import-done-history", plan.history_count),
    };
    let unchained =
        section == Section::History && plan.history_count > 0 && plan.history_head.sequence == 0;
    html! {
        (locale.text_with(key, &[("count", Argument::Count(count))]))
        @if section == Section::Attachments && count > 0 {
            " · " (locale.bytes(plan.attachments_bytes))
        }
        @if unchained { p .field-hint { (locale.text("import-preview-legacy")) } }
    }
}

/// “Trial balance: debit 1,234.00, credit 1,234.00”.
pub(super) fn totals(locale: Locale, plan: &FilePlan) -> String {
    let print = &plan.fingerprint;
    let decimals = print.total_debit.scale().max(print.total_credit.scale());
    let debit = locale.amount(print.total_debit, decimals);
    let credit = locale.amount(print.total_credit, decimals);
    let totals = [
        ("debit", Argument::Text(&debit)),
        ("credit", Argument::Text(&credit)),
    ];
    locale.text_with("import-done-trial-balance", &totals)
}

fn kinds_table(locale: Locale, plan: &FilePlan) -> Markup {
    let mut named: Vec<(String, u64)> = plan
        .by_type
        .iter()
        .map(|(name, count)| {
            let label = kinds::find_by_name(name)
                .map_or_else(|| name.clone(), |kind| words::kind_plural(locale, kind.key));
            (label, *count)
        })
        .collect();
    named.sort_by(|(a, _), (b, _)| locale.compare(a, b));
    let columns = [
        Column::words(locale.text("import-preview-kind")),
        Column::amounts(locale.text("import-preview-number")),
    ];
    let rows: Vec<Markup> = named
        .iter()
        .map(|(label, count)| {
            html! { tr { (cell(html! { (label) })) (amount_cell(&locale.count(*count))) } }
        })
        .collect();
    table(&locale.text("import-preview-kinds"), &columns, &rows, None)
}

/// Kinds, fields and tables that nobody here knows, all of them kept.
fn unknown_rows(locale: Locale, plan: &FilePlan) -> Vec<(String, Markup)> {
    let list = |pairs: &[(String, u64)]| {
        html! {
            ul {
                @for (name, count) in pairs {
                    li { (path_words(locale, name)) " × " (locale.count(*count)) }
                }
            }
        }
    };
    let sum = |pairs: &[(String, u64)]| pairs.iter().map(|(_, count)| count).sum::<u64>();
    let kinds = Argument::Count(sum(&plan.unknown_types));
    let fields = Argument::Count(plan.unknown_fields.len() as u64);
    let mut rows = Vec::new();
    if !plan.unknown_types.is_empty() {
        let label = locale.text_with("import-preview-unknown-kinds", &[("count", kinds)]);
        rows.push((label, list(&plan.unknown_types)));
    }
    if !plan.unknown_fields.is_empty() {
        let label = locale.text_with("import-preview-unknown-fields", &[("count", fields)]);
        rows.push((label, list(&plan.unknown_fields)));
    }
    if !plan.carried_tables.is_empty() {
        let label = locale.text("import-preview-other-tables");
        rows.push((label, list(&plan.carried_tables)));
    }
    rows
}

/// `SalesInvoice.49.30` as “Sales Invoice 49.30”; a key or the name of a table as it is.
fn path_words(locale: Locale, path: &str) -> Markup {
    let known = path
        .split_once('.')
        .and_then(|(kind, numbers)| Some((kinds::find_by_name(kind)?, numbers)));
    match known {
        Some((kind, numbers)) => html! {
            (words::kind_name(locale, kind.key)) " " code { (numbers) }
        },
        None => html! { code { (path) } },
    }
}

pub(crate) fn findings(locale: Locale, plan: &FilePlan) -> Markup {
    if plan.findings.is_empty() {
        return html! { p { (locale.text("import-preview-no-findings")) } };
    }
    let more = plan.findings.len().saturating_sub(FINDINGS_COUNT_MAX) as u64;
    html! {
        ul .findings {
            @for finding in plan.findings.iter().take(FINDINGS_COUNT_MAX) {
                li {
                    (level(locale, finding.level)) " "
                    (user_text(&sentence(locale, finding)))
                    @if let Some(record) = finding.record { " " code { (record) } }
                }
            }
        }
        @if more > 0 {
            p { (locale.text_with("word-and-more", &[("count", Argument::Count(more))])) }
        }
    }
}

fn level(locale: Locale, level: Level) -> Markup {
    let (kind, label) = match level {
        Level::Note => (BadgeKind::Plain, "finding-level-information"),
        Level::Warn => (BadgeKind::Warning, "finding-level-warning"),
        Level::Error => (BadgeKind::Bad, "finding-level-error"),
    };
    badge(kind, &locale.text(label))
}

/// The finding in the visitor's words, or its code and facts where no catalogue has it.
fn sentence(locale: Locale, finding: &Finding) -> String {
    let key = format!("finding-{}", finding.code);
    if !locale.has(&key) {
        return locale.error(finding.code, &finding.arguments);
    }
    let arguments: Vec<(&str, Argument<'_>)> = finding
        .arguments
        .iter()
        .map(|(name, value)| {
            let count = value.parse().ok().map(Argument::Count);
            (*name, count.unwrap_or(Argument::Text(value)))
        })
        .collect();
    locale.text_with(&key, &arguments)
}

#[cfg(test)]
mod tests {
    use super::free_name;

    #[test]
    fn a_taken_name_is_told_apart() {
        let taken = ["Shop", "Shop (2)"];
        assert_eq!(free_name("Shop", &taken), "Shop (3)");
        assert_eq!(free_name("Other", &taken), "Other");
    }
}
