//! What has to be told loudly of the backups of a business, and how: all of it, each thing once
//! (docs/SPEC-keeping.md, 10.2).

use super::super::mending::DAMAGED;
use super::super::words::trouble;
use crate::PageError;
use catalog::Trouble;
use jiff::Timestamp;
use maud::{Markup, html};
use pages::icons::{Icon, icon};
use pages::{Argument, Locale, Notice, NoticeKind, layout};

/// What has to be told loudly.
pub(in crate::keeping) enum Alarm {
    /// The list of backups cannot be read.
    Unreadable(PageError),
    /// The last backup went wrong, then.
    Failed(Timestamp, Trouble),
    /// The last backup was missed, then.
    Missed(Timestamp),
    /// The newest backup did not pass its check, then.
    Spoilt(Timestamp, Trouble),
    /// The last rehearsal went wrong, then; and whether that told against the newest backup.
    NotRestorable(Timestamp, Trouble, bool),
    /// Work has been in no backup for long: for so many days.
    Silent(u64),
    /// There are places, and no good backup in any.
    Never,
}

impl Alarm {
    /// It as a sentence, moments on the clocks of this zone.
    pub(super) fn sentence(&self, locale: Locale, zone: &str) -> String {
        let when = |at: &Timestamp| locale.moment(*at, zone);
        let sentence = |key: &str, at: &Timestamp, why: &Trouble| {
            let (when, why) = (when(at), trouble(locale, why, zone));
            let told = [
                ("when", Argument::Text(&when)),
                ("reason", Argument::Text(&why)),
            ];
            locale.text_with(key, &told)
        };
        match self {
            Self::Unreadable(error) => error.sentence(locale),
            Self::Failed(at, why) => sentence("kept-alarm-failed", at, why),
            Self::Spoilt(at, why) => sentence("kept-alarm-spoilt", at, why),
            Self::NotRestorable(at, why, false) => sentence("kept-alarm-not-restorable", at, why),
            Self::NotRestorable(at, why, true) => sentence("kept-alarm-came-back-bad", at, why),
            Self::Missed(at) => {
                let when = when(at);
                locale.text_with("kept-alarm-missed", &[("when", Argument::Text(&when))])
            }
            Self::Silent(days) => {
                locale.text_with("kept-alarm-silent", &[("count", Argument::Count(*days))])
            }
            Self::Never => locale.text("kept-alarm-never"),
        }
    }

    /// Whether a press may put it right: a list of backups that is damaged.
    pub(super) fn is_mendable(&self) -> bool {
        matches!(self, Self::Unreadable(error) if error.code == DAMAGED)
    }

    /// How loudly.
    const fn kind(&self) -> NoticeKind {
        match self {
            Self::Never | Self::Missed(_) => NoticeKind::Warning,
            _ => NoticeKind::Error,
        }
    }
}

/// One box for all of them: the sentence of one, or how many there are and each in a list.
pub(super) fn banner(locale: Locale, alarms: &[Alarm], zone: &str) -> Option<Markup> {
    let kind = match alarms
        .iter()
        .find(|alarm| alarm.kind() == NoticeKind::Error)
    {
        Some(_) => NoticeKind::Error,
        None => NoticeKind::Warning,
    };
    let (role, class) = match kind {
        NoticeKind::Error => ("alert", "notice error"),
        _ => ("status", "notice warning"),
    };
    match alarms {
        [] => None,
        [only] => Some(layout::notice_box(&Notice {
            kind,
            text: only.sentence(locale, zone),
        })),
        several => {
            let count = Argument::Count(several.len() as u64);
            Some(html! {
                div class=(class) role=(role) {
                    (icon(Icon::Warning))
                    div {
                        p { strong { (locale.text_with("kept-alarms", &[("count", count)])) } }
                        ul {
                            @for alarm in several {
                                li { (alarm.sentence(locale, zone)) }
                            }
                        }
                    }
                }
            })
        }
    }
}
