//! Events of billing: signed by whoever collects the money, followed once (docs/SPEC-cloud.md, 10).

use super::{Front, blocking};
use crate::cloud::{books_key, trouble_of_store};
use crate::failure::Failure;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use books::Key;
use catalog::{SubscriptionState, Trouble};
use hmac::{Hmac, KeyInit, Mac};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::Sha256;
use std::path::Path;
use std::sync::Arc;
use store_postgres::EventTaken;

/// A larger event is refused.
const EVENT_BYTES_MAX: usize = 64 * 1024;
/// How far the moment of a signature may be from the clock, in seconds.
const TOLERANCE_S: i64 = 300;
/// The longest name of an event, or of somebody at billing, in letters.
const NAME_LETTERS_MAX: usize = 200;
/// The header with the signature.
const SIGNATURE: &str = "tijori-signature";
/// The variable that may hold the secret.
const VARIABLE: &str = "TIJORI_BILLING_SECRET";

/// What events are signed with.
pub struct Billing {
    secret: String,
}

impl Billing {
    /// The secret out of a file or the environment; none where events are not taken.
    ///
    /// # Errors
    /// When the file cannot be read or is empty.
    pub fn read(file: Option<&Path>) -> Result<Option<Self>, Failure> {
        let secret = match file {
            Some(file) => std::fs::read_to_string(file)?,
            None => match std::env::var(VARIABLE) {
                Ok(secret) => secret,
                Err(_) => return Ok(None),
            },
        };
        match secret.lines().next().map(str::trim).unwrap_or_default() {
            "" => Err(crate::cloud::ground::missing("billing", VARIABLE)),
            secret => Ok(Some(Self {
                secret: secret.to_owned(),
            })),
        }
    }

    /// Whether a header signs these bytes, not long ago.
    fn is_signed(&self, signature: &str, body: &[u8], now: Timestamp) -> bool {
        let parts = || {
            signature
                .split(',')
                .filter_map(|it| it.trim().split_once('='))
        };
        let Some((_, at)) = parts().find(|(name, _)| *name == "t") else {
            return false;
        };
        let Some(seconds) = at.parse::<i64>().ok() else {
            return false;
        };
        let is_near = now.as_second().abs_diff(seconds) <= TOLERANCE_S.unsigned_abs();
        let is_right = |shown: &str| {
            let Ok(mut sum) = Hmac::<Sha256>::new_from_slice(self.secret.as_bytes()) else {
                return false;
            };
            sum.update(at.as_bytes());
            sum.update(b".");
            sum.update(body);
            // Compared in the same time wherever it differs.
            bytes_of(shown).is_some_and(|shown| sum.verify_slice(&shown).is_ok())
        };
        is_near && parts().any(|(name, shown)| name == "v1" && is_right(shown))
    }
}

/// Bytes out of figures of base sixteen.
fn bytes_of(text: &str) -> Option<Vec<u8>> {
    if !text.is_ascii() || text.len() % 2 == 1 {
        return None;
    }
    let byte = |at: usize| u8::from_str_radix(text.get(at..at + 2)?, 16).ok();
    (0..text.len()).step_by(2).map(byte).collect()
}

/// An event as it is written: a member that is of another type or stands twice is refused.
#[derive(Deserialize)]
struct Written {
    id: String,
    at: String,
    #[serde(default)]
    subscriber: Option<String>,
    #[serde(default)]
    customer: Option<String>,
    state: String,
    #[serde(default)]
    until: Option<String>,
}

/// An event.
struct Event {
    id: String,
    at: Timestamp,
    subscriber: Option<Key>,
    customer: Option<String>,
    state: SubscriptionState,
    until: Option<Timestamp>,
}

impl Event {
    /// Reads one that comes at this moment; what is wrong with it.
    fn read(body: &[u8], now: Timestamp) -> Result<Self, String> {
        let written: Written = serde_json::from_slice(body).map_err(|error| error.to_string())?;
        let key = |text: String| {
            let read: Result<Key, _> = text.parse();
            read.map_err(|_| "“subscriber” is no key".to_owned())
        };
        let at = moment("at", &written.at)?;
        // Every later event would come too late for one that says it happened in a hundred years.
        if at > now + SignedDuration::from_secs(TOLERANCE_S) {
            return Err("“at” is yet to come".to_owned());
        }
        let customer = written.customer.map(|it| short("customer", it));
        if written.subscriber.is_none() && customer.is_none() {
            return Err("“subscriber” and “customer” are missing".to_owned());
        }
        Ok(Self {
            id: short("id", written.id)?,
            at,
            subscriber: written.subscriber.map(key).transpose()?,
            customer: customer.transpose()?,
            state: SubscriptionState::from_code(&written.state.replace('_', "-"))
                .ok_or_else(|| "“state” is none of ours".to_owned())?,
            until: written.until.map(|it| moment("until", &it)).transpose()?,
        })
    }

    /// Follows it.
    fn follow(&self, front: &Front) -> Result<Followed, Trouble> {
        let rows = &front.offices.ground.subscribers;
        let told = |error: store::StoreError| trouble_of_store(&error);
        let billed = match &self.customer {
            Some(customer) => rows.billed(customer).map_err(told)?,
            None => None,
        };
        let Some(key) = self.subscriber.or(billed) else {
            return Ok(Followed::Taken(EventTaken::NoSubscriber));
        };
        if billed.is_some_and(|other| other != key) {
            return Ok(Followed::CustomerOfAnother);
        }
        let change = &mut |subscriber: &mut catalog::Subscriber| {
            subscriber.set(self.state, self.until, self.at);
            if let (Some(customer), Some(_)) = (&self.customer, self.subscriber) {
                subscriber.billing = Some(customer.clone());
            }
        };
        let taken = rows
            .take_event(key, &self.id, self.at, change)
            .map_err(told)?;
        tracing::warn!(
            subscriber = %books_key(catalog::Key::from_bytes(*key.as_bytes())),
            state = self.state.code(), taken = word(taken), "an event of billing"
        );
        Ok(Followed::Taken(taken))
    }

    /// Whom it names, for a sentence.
    fn named(&self) -> String {
        let key = self.subscriber.map(|key| key.to_string());
        key.or_else(|| self.customer.clone()).unwrap_or_default()
    }
}

/// What became of an event.
enum Followed {
    Taken(EventTaken),
    /// Billing knows another subscriber by the name that is to be this one's.
    CustomerOfAnother,
}

fn moment(name: &str, text: &str) -> Result<Timestamp, String> {
    text.parse().map_err(|_| format!("“{name}” is no moment"))
}

fn short(name: &str, text: String) -> Result<String, String> {
    let is_short = (1..=NAME_LETTERS_MAX).contains(&text.chars().count());
    match is_short && !text.chars().any(char::is_control) {
        true => Ok(text),
        false => Err(format!("“{name}” cannot be used")),
    }
}

const fn word(taken: EventTaken) -> &'static str {
    match taken {
        EventTaken::Followed => "followed",
        EventTaken::Known => "known",
        EventTaken::Outdated => "outdated",
        EventTaken::NoSubscriber => "no-subscriber",
    }
}

/// `POST /billing/events`
pub async fn take(State(front): State<Arc<Front>>, headers: HeaderMap, body: Body) -> Response {
    let Some(billing) = &front.billing else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let signature = headers.get(SIGNATURE).and_then(|it| it.to_str().ok());
    let signed = match to_bytes(body, EVENT_BYTES_MAX).await {
        Ok(bytes) => signature
            .is_some_and(|it| billing.is_signed(it, &bytes, Timestamp::now()))
            .then_some(bytes),
        Err(_) => None,
    };
    let Some(bytes) = signed else {
        tracing::warn!("an event of billing was not signed as it should be");
        return problem(StatusCode::BAD_REQUEST, "billing-refused", &[]);
    };
    let event = match Event::read(&bytes, Timestamp::now()) {
        Ok(event) => event,
        Err(reason) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return problem(status, "billing-unreadable", &[("reason", reason)]);
        }
    };
    let asked = front.clone();
    let name = [("name", event.named())];
    match blocking(move || event.follow(&asked)).await {
        Ok(Followed::Taken(EventTaken::NoSubscriber)) => {
            problem(StatusCode::NOT_FOUND, "subscriber-unknown", &name)
        }
        Ok(Followed::CustomerOfAnother) => {
            problem(StatusCode::CONFLICT, "billing-name-taken", &name)
        }
        Ok(Followed::Taken(taken)) => {
            json_answer(StatusCode::OK, &json!({ "result": word(taken) }))
        }
        // Whoever sends it tries again.
        Err(_) => problem(StatusCode::SERVICE_UNAVAILABLE, "store-unreachable", &[]),
    }
}

fn problem(status: StatusCode, code: &str, facts: &[(&str, String)]) -> Response {
    let detail = pages::Locale::default().error(code, facts);
    json_answer(status, &json!({ "code": code, "detail": detail }))
}

fn json_answer(status: StatusCode, document: &Value) -> Response {
    let kind = [(header::CONTENT_TYPE, "application/json")];
    super::headed((status, kind, document.to_string()).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn billing() -> Billing {
        Billing {
            secret: "whsec_lamp".to_owned(),
        }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn only_what_was_signed_lately_with_the_secret_is_taken() {
        let good = format!("t=1795000000,v1={}", sum("1795000000", b"{\"a\":1}"));
        let is = |signature: &str, body: &[u8], second: i64| {
            billing().is_signed(signature, body, at(second))
        };
        let body = b"{\"a\":1}";
        assert!(is(&good, body, 1_795_000_000));
        assert!(is(&good, body, 1_795_000_300));
        assert!(is(&good, body, 1_794_999_700));
        assert!(
            is(&good.replace("v1=", "v1=00,v1="), body, 1_795_000_000),
            "an old secret beside"
        );
        assert!(!is(&good, body, 1_795_000_301), "too old");
        assert!(!is(&good, body, 1_794_999_699), "from the future");
        assert!(!is(&good, b"{\"a\":2}", 1_795_000_000), "another body");
        assert!(!is(
            &good.replace("1795000000", "1795000001"),
            body,
            1_795_000_000
        ));
        for forged in [
            "",
            "t=1795000000",
            "v1=00",
            "t=x,v1=00",
            "t=1795000000,v1=é",
            "t=1795000000,v0=00",
        ] {
            assert!(!is(forged, body, 1_795_000_000), "{forged}");
        }
        let other = Billing {
            secret: "another".to_owned(),
        };
        assert!(!other.is_signed(&good, body, at(1_795_000_000)));
    }

    fn sum(at: &str, body: &[u8]) -> String {
        let mut sum = Hmac::<Sha256>::new_from_slice(b"whsec_lamp").unwrap();
        sum.update(at.as_bytes());
        sum.update(b".");
        sum.update(body);
        catalog::hex(&sum.finalize().into_bytes())
    }

    #[test]
    fn the_sum_is_that_of_other_programs() {
        // RFC 4231, test case 2, with the dot that stands between moment and body taken out of it.
        let mut sum = Hmac::<Sha256>::new_from_slice(b"Jefe").unwrap();
        sum.update(b"what do ya want for nothing?");
        assert_eq!(
            catalog::hex(&sum.finalize().into_bytes()),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }

    #[test]
    fn events_say_who_when_and_what() {
        let now = "2026-11-22T10:00:00Z".parse().unwrap();
        let read = |text: &str| Event::read(text.as_bytes(), now).map(|event| event.state.code());
        let good =
            r#"{"id":"e1","at":"2026-11-22T10:00:00Z","customer":"cus_1","state":"past_due"}"#;
        assert_eq!(read(good), Ok("past-due"));
        for (from, to) in [
            ("\"id\":\"e1\",", ""),
            ("2026-11-22T10:00:00Z", "yesterday"),
            ("past_due", "paid"),
            ("\"customer\":\"cus_1\",", ""),
            ("\"customer\":\"cus_1\"", "\"subscriber\":\"x\""),
            ("e1", ""),
            ("past_due\"", "past_due\",\"until\":1795000000"),
            ("past_due\"", "past_due\",\"until\":\"\""),
            ("\"cus_1\"", "7"),
            ("\"id\":\"e1\"", "\"id\":\"e1\",\"id\":\"e2\""),
            ("2026-11-22T10:00:00Z", "2026-11-22T10:05:01Z"),
            ("2026-11-22T10:00:00Z", "9999-12-30T00:00:00Z"),
        ] {
            assert!(read(&good.replace(from, to)).is_err(), "{from} {to}");
        }
        let later = good.replace("T10:00:00Z", "T10:05:00Z");
        let never = good.replace("past_due\"", "past_due\",\"until\":null,\"more\":[1]");
        assert!(read(&later).is_ok() && read(&never).is_ok());
        assert!(read("[]").is_err() && read("{").is_err());
    }
}
