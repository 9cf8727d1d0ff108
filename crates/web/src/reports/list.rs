//! The Reports page: every report in its group with a sentence, and those that were saved.

use super::registry::{self, ReportGroup, ReportKind};
use super::saved::{SavedReport, saved_reports};
use super::{made, report_path, reports_path};
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::{self, business_page, with_business};
use crate::{PageError, Shared};
use axum::extract::{Path, State};
use axum::response::Response;
use books::Key;
use maud::{Markup, html};
use pages::layout::heading;
use pages::tables::panel;
use pages::{Argument, Locale, user_text};

/// `GET /businesses/{business}/reports`.
pub(super) async fn list_reports(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let locale = visitor.locale;
    let (shell, (saved, calendar)) = with_business(&app, business, move |reader, _| {
        Ok((saved_reports(reader, locale)?, made::calendar(reader)?))
    })
    .await?;
    let title = locale.text("reports-title");
    let year = locale.text_with(
        "reports-fiscal-year",
        &[(
            "month",
            Argument::Text(&super::setting::month_name(locale, calendar.fiscal_year)),
        )],
    );
    let body = html! {
        (heading(&title, html! {}))
        p .muted { (locale.text("reports-explanation")) }
        @if !saved.is_empty() { (saved_panel(locale, business, &saved)) }
        div .columns {
            @for group in ReportGroup::ALL { (group_panel(locale, business, group)) }
        }
        p .muted {
            (year) " "
            a href=(format!("{}/fiscal-year", reports_path(business))) {
                (locale.text("reports-fiscal-year-change"))
            }
        }
    };
    Ok(business_page(
        &visitor,
        &shell,
        &title,
        shell::REPORTS,
        body,
    ))
}

fn group_panel(locale: Locale, business: Key, group: ReportGroup) -> Markup {
    let kinds = registry::all().iter().filter(|kind| kind.group == group);
    panel(
        &locale.text(group.heading()),
        html! {
            dl .report-list { @for kind in kinds { (item(locale, business, kind)) } }
        },
    )
}

fn item(locale: Locale, business: Key, kind: &ReportKind) -> Markup {
    html! {
        div {
            dt {
                a href=(report_path(business, kind.name, "")) { (locale.text(&kind.title_key())) }
            }
            dd { (locale.text(&kind.sentence_key())) }
        }
    }
}

fn saved_panel(locale: Locale, business: Key, saved: &[SavedReport]) -> Markup {
    let heading = locale.text("reports-saved");
    panel(
        &heading,
        html! {
            ul .saved-reports {
                @for report in saved {
                    li {
                        @match report.href(business) {
                            Some(href) => a href=(href) { (user_text(&report.name)) },
                            None => {
                                span { (user_text(&report.name)) }
                                " "
                                span .missing { (locale.text("reports-saved-unknown")) }
                            }
                        }
                        @let own = format!("{}/saved/{}", reports_path(business), report.key);
                        a .button href=(own) {
                            (locale.text("button-edit"))
                        }
                    }
                }
            }
        },
    )
}
