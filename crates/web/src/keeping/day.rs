//! What was made on a day: each backup in each place, what is known of it, and what can be done.

use super::words::{address_of, contents, date_of, place_name, state_badge, trouble};
use crate::access::current;
use catalog::{BackupEntry, Checked, EntryState, Place, Run, RunKind, RunOutcome};
use jiff::civil::Date;
use maud::{Markup, html};
use pages::icons::{Icon, icon};
use pages::tables::{BadgeKind, badge, facts, moment};
use pages::{Argument, Locale, forms, user_text};

/// What a list of a day is made of.
pub(super) struct DayList<'a> {
    pub(super) date: Date,
    pub(super) zone: &'a str,
    pub(super) entries: &'a [BackupEntry],
    pub(super) runs: &'a [Run],
    pub(super) places: &'a [Place],
    /// Whether the names of businesses are shown: where all are.
    pub(super) names_businesses: bool,
}

impl DayList<'_> {
    /// The list, under its heading.
    pub(super) fn markup(&self, locale: Locale) -> Markup {
        let is_today = |at| date_of(at, self.zone) == self.date;
        let mut entries: Vec<&BackupEntry> = self
            .entries
            .iter()
            .filter(|entry| is_today(entry.made_at))
            .collect();
        entries.sort_by_key(|entry| std::cmp::Reverse((entry.made_at, entry.sequence)));
        let unchanged: Vec<&Run> = self
            .runs
            .iter()
            .filter(|run| run.kind == RunKind::Backup && is_today(run.began_at))
            .filter(|run| matches!(run.outcome, RunOutcome::Unchanged))
            .collect();
        html! {
            section #day .day-list {
                h2 { (locale.date_long(self.date)) }
                @for entry in &entries { (self.entry(locale, entry)) }
                @for run in &unchanged { (self.unchanged(locale, run)) }
                @if entries.is_empty() && unchanged.is_empty() {
                    p .quiet { (locale.text("kept-day-empty")) }
                }
            }
        }
    }

    fn unchanged(&self, locale: Locale, run: &Run) -> Markup {
        html! {
            article .panel .kept {
                div .kept-head {
                    strong { (moment(locale, run.began_at, self.zone)) }
                    (badge(BadgeKind::Plain, &locale.text("kept-state-unchanged")))
                    span .quiet { (locale.text("kept-unchanged-explained")) }
                }
            }
        }
    }

    fn entry(&self, locale: Locale, entry: &BackupEntry) -> Markup {
        let place = place_name(self.places, entry.place);
        html! {
            article .panel .kept {
                div .kept-head {
                    strong { (moment(locale, entry.made_at, self.zone)) }
                    (state_badge(locale, entry))
                    @match (place, entry.place) {
                        (Some(name), _) => span { (user_text(name)) },
                        (None, Some(_)) => span .quiet { (locale.text("kept-place-removed")) },
                        (None, None) => {},
                    }
                    @if entry.bytes_count > 0 { span { (locale.bytes(entry.bytes_count)) } }
                    @if entry.is_encrypted {
                        (badge(BadgeKind::Plain, &locale.text("kept-encrypted")))
                    }
                }
                @if self.names_businesses {
                    p .kind-line {
                        a href=(address_of(entry.business, &format!("?day={}#day", self.date))) {
                            (user_text(&entry.business_name))
                        }
                    }
                }
                @if let Some(sentence) = self.sentence(locale, entry) { p { (sentence) } }
                @if !entry.blob.is_empty() { (facts(&self.facts(locale, entry))) }
                (self.buttons(locale, entry))
            }
        }
    }

    /// What became of one that is not simply there.
    fn sentence(&self, locale: Locale, entry: &BackupEntry) -> Option<String> {
        let at = |key: &str, at| {
            let when = locale.moment(at, self.zone);
            locale.text_with(key, &[("when", Argument::Text(&when))])
        };
        Some(match &entry.state {
            EntryState::Good => return None,
            EntryState::Failed(why) => trouble(locale, why, self.zone),
            EntryState::Missed => locale.text("kept-missed-explained"),
            EntryState::Trashed(moment) => at("kept-trashed-at", *moment),
            EntryState::Lost(moment) => at("kept-lost-at", *moment),
            EntryState::Emptied(moment) => at("kept-emptied-at", *moment),
        })
    }

    fn facts(&self, locale: Locale, entry: &BackupEntry) -> Vec<(String, Markup)> {
        // Of a file that was only found its key tells too little to say what is in it.
        let is_known = entry.sha256.is_some();
        let inside = match is_known {
            true => contents(locale, entry.contents),
            false => locale.text("kept-contents-unknown"),
        };
        vec![
            (
                locale.text("backup-column-file"),
                html! { (user_text(&entry.file_name)) },
            ),
            (locale.text("backup-column-contents"), html! { (inside) }),
            (
                locale.text("kept-verified"),
                self.checked(locale, entry.verified.as_ref(), "kept-verified-how"),
            ),
            (
                locale.text("kept-proved-restorable"),
                self.checked(locale, entry.rehearsed.as_ref(), "kept-rehearsed-how"),
            ),
        ]
    }

    /// When a check was made, how, and what came of it.
    fn checked(&self, locale: Locale, checked: Option<&Checked>, how: &str) -> Markup {
        let Some(checked) = checked else {
            return html! { span .missing { (locale.text("kept-not-yet")) } };
        };
        html! {
            (moment(locale, checked.at, self.zone)) " · "
            @match &checked.trouble {
                None => (locale.text(how)),
                Some(why) => {
                    (badge(BadgeKind::Bad, &locale.text("kept-state-failed"))) " "
                    (trouble(locale, why, self.zone))
                },
            }
        }
    }

    fn buttons(&self, locale: Locale, entry: &BackupEntry) -> Markup {
        let part = |act: &str| address_of(entry.business, &format!("/entries/{}/{act}", entry.key));
        let press =
            |act: &str, label: &str| forms::button_form(&part(act), &locale.text(label), &[]);
        let may_import = current::governs();
        let is_trashed = matches!(entry.state, EntryState::Trashed(_));
        if !entry.is_good() && !is_trashed {
            return html! {};
        }
        let question = locale.text_with(
            "kept-trash-question",
            &[("file", Argument::Text(&entry.file_name))],
        );
        html! {
            div .form-buttons {
                a .button href=(part("file")) {
                    (icon(Icon::Download)) (locale.text("button-download"))
                }
                @if may_import {
                    (press("import", "kept-restore"))
                    (press("look", "opened-look"))
                }
                @if is_trashed {
                    (press("restoration", "kept-bring-back"))
                } @else {
                    (press("verification", "kept-verify-now"))
                    (press("rehearsal", "kept-rehearse-now"))
                    (forms::confirmation(
                        locale,
                        &part("removal"),
                        &locale.text("kept-move-to-trash"),
                        &question,
                    ))
                }
            }
        }
    }
}
