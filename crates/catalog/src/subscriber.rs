//! Subscribers of the Cloud edition, and what the state of a subscription is at a moment
//! (SPEC-cloud.md, 4).
//!
//! Nothing has to run for a state to change by time: it is reckoned from what was last set.

use crate::Key;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

/// How long a payment may be late until the books are closed.
pub const GRACE: SignedDuration = SignedDuration::from_hours(14 * 24);
/// How long a trial lasts.
pub const TRIAL: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How many months data are kept after a subscription is over, at least (security.md S47).
pub const KEPT_MONTHS: i64 = 24;

/// The state of a subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubscriptionState {
    /// Tried out, until a day.
    Trial,
    /// Paid for.
    Active,
    /// A payment is late.
    PastDue,
    /// Its time is over.
    Expired,
    /// Its owner ended it.
    Cancelled,
}

impl SubscriptionState {
    /// Every state.
    pub const ALL: [Self; 5] = [
        Self::Trial,
        Self::Active,
        Self::PastDue,
        Self::Expired,
        Self::Cancelled,
    ];

    /// The stored, language-free name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Trial => "trial",
            Self::Active => "active",
            Self::PastDue => "past-due",
            Self::Expired => "expired",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether the books are closed, and the portal is what is left.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Expired | Self::Cancelled)
    }
}

/// A subscription, as far as its owner is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subscription {
    /// Its state.
    pub state: SubscriptionState,
    /// The last day for which the data is kept, where that is settled.
    pub kept_until: Option<Date>,
}

/// Who holds an account of the Cloud edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscriber {
    /// The key under which everything of theirs lies.
    pub key: Key,
    /// The name of the firm.
    pub name: String,
    /// The state that was last set.
    pub state: SubscriptionState,
    /// When it was set.
    pub since: Timestamp,
    /// Until when it holds by itself; for as long as nobody sets another one when none is named.
    pub until: Option<Timestamp>,
    /// When the subscriber came.
    pub created_at: Timestamp,
    /// The last day for which data are kept, where another was promised than follows from the end.
    pub kept_until: Option<Date>,
    /// Under what name billing knows them.
    pub billing: Option<String>,
}

impl Subscriber {
    /// A subscriber who begins to try it out.
    pub fn on_trial(key: Key, name: &str, now: Timestamp) -> Self {
        Self {
            key,
            name: name.to_owned(),
            state: SubscriptionState::Trial,
            since: now,
            until: Some(now + TRIAL),
            created_at: now,
            kept_until: None,
            billing: None,
        }
    }

    /// Sets another state, until when it holds.
    pub fn set(&mut self, state: SubscriptionState, until: Option<Timestamp>, now: Timestamp) {
        self.state = state;
        self.since = now;
        self.until = until;
    }

    /// The subscription as it is at a moment.
    pub fn at(&self, now: Timestamp) -> Subscription {
        let (state, begun) = self.state_at(now);
        let kept_until = self
            .kept_until
            .or_else(|| state.is_over().then(|| kept_after(begun)).flatten());
        Subscription { state, kept_until }
    }

    /// When the present state ends by itself, and which comes then.
    pub fn next_at(&self, now: Timestamp) -> Option<(Timestamp, SubscriptionState)> {
        let (state, _) = self.state_at(now);
        let late_until = || self.late_since().map(|since| since + GRACE);
        match state {
            SubscriptionState::Trial => Some((self.until?, SubscriptionState::Expired)),
            SubscriptionState::Active => Some((self.until?, SubscriptionState::PastDue)),
            SubscriptionState::PastDue => Some((late_until()?, SubscriptionState::Expired)),
            SubscriptionState::Expired | SubscriptionState::Cancelled => None,
        }
    }

    /// The state at a moment, and since when it holds.
    fn state_at(&self, now: Timestamp) -> (SubscriptionState, Timestamp) {
        let passed = |end: Option<Timestamp>| end.filter(|end| *end <= now);
        match self.state {
            SubscriptionState::Trial => match passed(self.holds_until()) {
                Some(end) => (SubscriptionState::Expired, end),
                None => (self.state, self.since),
            },
            SubscriptionState::Active | SubscriptionState::PastDue => {
                match passed(self.late_since()) {
                    None => (self.state, self.since),
                    Some(late) => match passed(Some(late + GRACE)) {
                        Some(end) => (SubscriptionState::Expired, end),
                        None => (SubscriptionState::PastDue, late),
                    },
                }
            }
            SubscriptionState::Expired | SubscriptionState::Cancelled => (self.state, self.since),
        }
    }

    /// Since when, or from when on, a payment is late.
    fn late_since(&self) -> Option<Timestamp> {
        match self.state {
            SubscriptionState::PastDue => Some(self.since),
            _ => self.holds_until(),
        }
    }

    /// Until when the state holds by itself: nothing ends before it was set, so that nobody's data
    /// were kept for long enough before they knew.
    fn holds_until(&self) -> Option<Timestamp> {
        self.until.map(|until| until.max(self.since))
    }
}

/// The last day for which data are kept after an end.
fn kept_after(end: Timestamp) -> Option<Date> {
    let day = end.to_zoned(TimeZone::UTC).date();
    day.checked_add(KEPT_MONTHS.months()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use SubscriptionState::{Active, Cancelled, Expired, PastDue, Trial};

    const DAY: SignedDuration = SignedDuration::from_hours(24);

    fn begun() -> Timestamp {
        "2026-11-22T10:00:00Z".parse().unwrap()
    }

    fn on_trial() -> Subscriber {
        Subscriber::on_trial(Key::default(), "Lamp Shop", begun())
    }

    fn state(subscriber: &Subscriber, days: i32) -> SubscriptionState {
        subscriber.at(begun() + DAY * days).state
    }

    #[test]
    fn a_trial_is_over_after_thirty_days_and_data_are_kept_for_two_years() {
        let subscriber = on_trial();
        assert_eq!(state(&subscriber, 29), Trial);
        assert_eq!(state(&subscriber, 30), Expired);
        let told = subscriber.at(begun() + DAY * 400);
        assert_eq!(told.kept_until, Some(jiff::civil::date(2028, 12, 22)));
        assert_eq!(subscriber.at(begun()).kept_until, None);
        let next = subscriber.next_at(begun());
        assert_eq!(next, Some((begun() + DAY * 30, Expired)));
    }

    #[test]
    fn what_was_paid_for_is_past_due_for_a_fortnight_before_it_is_over() {
        let mut subscriber = on_trial();
        subscriber.set(Active, Some(begun() + DAY * 30), begun());
        let states = [0, 29, 30, 43, 44].map(|days| state(&subscriber, days));
        assert_eq!(states, [Active, Active, PastDue, PastDue, Expired]);
        subscriber.set(Active, None, begun());
        assert_eq!(state(&subscriber, 4000), Active);
        subscriber.set(PastDue, None, begun());
        assert_eq!(state(&subscriber, 13), PastDue);
        assert_eq!(state(&subscriber, 14), Expired);
    }

    #[test]
    fn spec_4_3_an_end_before_the_beginning_counts_from_the_beginning() {
        let mut subscriber = on_trial();
        let long_ago = begun() - DAY * 2000;
        subscriber.set(Active, Some(long_ago), begun());
        assert_eq!(state(&subscriber, 0), PastDue);
        assert_eq!(state(&subscriber, 14), Expired);
        let kept_until = subscriber.at(begun() + DAY * 15).kept_until;
        assert_eq!(kept_until, Some(jiff::civil::date(2028, 12, 6)));
        subscriber.set(Trial, Some(long_ago), begun());
        let kept_until = subscriber.at(begun()).kept_until;
        assert_eq!(kept_until, Some(jiff::civil::date(2028, 11, 22)));
    }

    #[test]
    fn what_its_owner_ended_is_closed_at_once_and_stays_so() {
        let mut subscriber = on_trial();
        subscriber.set(Cancelled, None, begun() + DAY);
        assert_eq!(state(&subscriber, 1), Cancelled);
        assert_eq!(state(&subscriber, 1000), Cancelled);
        subscriber.kept_until = Some(jiff::civil::date(2040, 1, 1));
        let kept = subscriber.at(begun() + DAY * 2).kept_until;
        assert_eq!(kept, Some(jiff::civil::date(2040, 1, 1)));
    }

    #[test]
    fn states_come_back_from_their_codes() {
        for state in SubscriptionState::ALL {
            assert_eq!(SubscriptionState::from_code(state.code()), Some(state));
        }
        assert_eq!(SubscriptionState::from_code("paid"), None);
    }
}
