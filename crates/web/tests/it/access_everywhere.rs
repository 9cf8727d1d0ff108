//! Every address × every kind of user (security.md T-A1, S41 to S44): the addresses are those that
//! the router knows, and what each asks for stands in `access_table.tsv`. An address that is in one
//! and not in the other fails, so that nothing is added without saying whom it is for.

use crate::access::{Browser, PASSWORD, Server, member};
use crate::addresses;
use crate::world::Answer;
use axum::http::StatusCode;
use books::Key;
use jiff::{Timestamp, ToSpan};
use std::collections::{BTreeMap, BTreeSet};
use users::{Access, Areas, Level, Rights, Role};

/// What each address asks for: method, path, words; and what of it asks for a proof: `proof`, in
/// the Cloud edition alone `proof-cloud`, where a field is filled in `proof-with`.
const TABLE: &str = include_str!("access_table.tsv");
/// The names that nobody sees to whom they were not allowed.
const CANARIES: [&str; 2] = ["Dokan-canary", "Karim"];
/// A key that nothing has.
const NOTHING: &str = "c0ffee00-0000-4000-8000-000000000001";

pub(crate) struct Row {
    pub method: &'static str,
    pub path: &'static str,
    wanted: &'static str,
    pub proof: &'static str,
}

pub(crate) fn rows() -> Vec<Row> {
    let row = |line: &'static str| {
        let mut cells = line.split('\t');
        let mut next = || cells.next().expect("three cells");
        Row {
            method: next(),
            path: next(),
            wanted: next(),
            proof: cells.next().unwrap_or_default(),
        }
    };
    TABLE.lines().map(row).collect()
}

/// An address with keys of what is there: one business, and one customer in it.
pub(crate) struct Place {
    pub business: Key,
    customer: Key,
}

impl Place {
    pub fn fill(&self, pattern: &str) -> String {
        let parts = pattern.split('/').enumerate().map(|(at, part)| match part {
            "{business}" => self.business.to_string(),
            "{key}" if at == 2 && pattern.starts_with("/businesses/") => self.business.to_string(),
            "{record}" => self.customer.to_string(),
            "{slug}" => "customers".to_owned(),
            "{report}" => "trial-balance".to_owned(),
            "{name}" => "style.css".to_owned(),
            "{language}" => "en".to_owned(),
            "{purpose}" => "sales-invoices".to_owned(),
            "{sequence}" | "{row}" | "{number}" => "1".to_owned(),
            hole if hole.starts_with('{') => NOTHING.to_owned(),
            part => part.to_owned(),
        });
        parts.collect::<Vec<_>>().join("/")
    }
}

/// A kind of user, and what they may do of what addresses ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    /// Signed in, and nothing was allowed.
    Nobody,
    /// Everything in another business.
    Elsewhere,
    /// An auditor whose last day has passed.
    Expired,
    /// An auditor.
    Auditor,
    /// Customers and the trial balance, to be looked at.
    Viewer,
    /// Customers, without deleting them, and the trial balance.
    Clerk,
    /// Everything in the business.
    Full,
    /// Everything.
    Administrator,
}

impl Who {
    const ALL: [Self; 8] = [
        Self::Nobody,
        Self::Elsewhere,
        Self::Expired,
        Self::Auditor,
        Self::Viewer,
        Self::Clerk,
        Self::Full,
        Self::Administrator,
    ];

    fn name(self) -> String {
        format!("{self:?}").to_lowercase()
    }

    fn role(self, business: &str, other: &str) -> Role {
        let ticked = |customers: Rights| {
            Level::Custom(Areas::from([
                ("customers".to_owned(), customers),
                ("reports/trial-balance".to_owned(), Rights::VIEW),
            ]))
        };
        match self {
            Self::Nobody => member(&[]),
            Self::Elsewhere => member(&[(other, Level::Full)]),
            Self::Expired => until_yesterday(business),
            Self::Auditor => member(&[(business, Level::Auditor)]),
            Self::Viewer => member(&[(business, ticked(Rights::VIEW))]),
            Self::Clerk => {
                let entry = Rights {
                    delete: false,
                    ..Rights::ALL
                };
                member(&[(business, ticked(entry))])
            }
            Self::Full => member(&[(business, Level::Full)]),
            Self::Administrator => Role::Administrator,
        }
    }

    fn may(self, wanted: &str) -> bool {
        let of_customers = |acts: &[&str]| {
            let (act, area) = wanted.split_once(' ').unwrap_or((wanted, ""));
            let is_customers = area == "{slug}" || area == "of-record";
            (acts.contains(&act) && is_customers) || wanted == "view reports/{report}"
        };
        match (self, wanted) {
            (_, "anyone" | "signed-in") | (Self::Administrator, _) => true,
            (_, "administrator") => false,
            (Self::Full, _) => true,
            (Self::Auditor, _) => wanted.starts_with("view "),
            (Self::Viewer, _) => of_customers(&["view"]),
            (Self::Clerk, _) => of_customers(&["view", "create", "edit"]),
            _ => false,
        }
    }

    /// Whether the business is there for them at all.
    fn is_inside(self) -> bool {
        !matches!(self, Self::Nobody | Self::Elsewhere | Self::Expired)
    }
}

/// An auditor until yesterday, whatever the time zone.
fn until_yesterday(business: &str) -> Role {
    let today = Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let access = Access {
        level: Level::Auditor,
        until: Some(today.saturating_sub(2.days())),
    };
    let key = business.rsplit('/').next().and_then(|it| it.parse().ok());
    Role::Member(BTreeMap::from([(key.expect("a key"), access)]))
}

pub(crate) struct Ground {
    pub server: Server,
    pub place: Place,
}

impl Ground {
    async fn new() -> Self {
        Self::of(Server::new()).await
    }

    pub async fn of(server: Server) -> Self {
        let rahima = server.signed_in("rahima").await;
        let (business, customer) = server.business(&rahima, CANARIES[0]).await;
        let (other, _) = server.business(&rahima, "Other").await;
        for (number, who) in (10..).zip(Who::ALL) {
            server.add(number, &who.name(), who.role(&business, &other));
        }
        let key = business.rsplit('/').next().and_then(|it| it.parse().ok());
        Self {
            server,
            place: Place {
                business: key.expect("a key"),
                customer,
            },
        }
    }

    pub async fn ask(&self, browser: &Browser, row: &Row) -> Answer {
        let path = self.place.fill(row.path);
        self.server.ask(browser, row.method, &path, "").await
    }

    /// How many entries the business's History has, and who may do what: what nobody who was
    /// refused changes.
    pub fn state(&self) -> (u64, String) {
        let opened = self.server.world.app.store.open(self.place.business);
        let opened = opened.expect("the business");
        let reader = opened.read().expect("a reader");
        let mut entries = 0_u64;
        reader
            .each_entry(1, &mut |_| {
                entries += 1;
                Ok(())
            })
            .expect("the trail");
        let users = self.server.users.sign_in.directory().users();
        (entries, format!("{:?}", users.expect("the users")))
    }
}

#[tokio::test]
async fn every_address_says_whom_it_is_for() {
    let server = Server::new();
    let known: BTreeSet<(String, String)> = addresses::all(&server.world.app)
        .into_iter()
        .flat_map(|(path, methods)| {
            let of_path = move |method: &str| (path.clone(), method.to_owned());
            methods.into_iter().map(of_path)
        })
        .collect();
    let told: BTreeSet<(String, String)> = rows()
        .iter()
        .map(|row| (row.path.to_owned(), row.method.to_owned()))
        .collect();
    let missing: Vec<_> = known.difference(&told).collect();
    assert!(missing.is_empty(), "add to access_table.tsv: {missing:?}");
    let gone: Vec<_> = told.difference(&known).collect();
    assert!(gone.is_empty(), "take out of access_table.tsv: {gone:?}");
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_led_to_the_door_everywhere() {
    let ground = Ground::new().await;
    let before = ground.state();
    // A session that ended with its user is none.
    let gone = ground.server.signed_in(&Who::Auditor.name()).await;
    let directory = ground.server.users.sign_in.directory();
    let auditor = directory.user_named("auditor").expect("a directory");
    let mut auditor = auditor.expect("a user");
    auditor.is_disabled = true;
    directory.put_user(&auditor).expect("a directory");
    auditor.is_disabled = false;
    for browser in [Browser::default(), gone] {
        for row in rows().iter().filter(|row| row.wanted != "anyone") {
            let answer = ground.ask(&browser, row).await;
            let at = format!("{} {}", row.method, row.path);
            match row.method {
                "GET" => assert!(answer.location().starts_with("/sign-in?back="), "{at}"),
                _ => assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{at}"),
            }
            assert_headers(&answer, &at);
            refuse_canaries(&answer, &at);
        }
    }
    directory.put_user(&auditor).expect("a directory");
    assert_eq!(ground.state(), before, "nothing was changed");
}

#[tokio::test]
async fn every_kind_of_user_gets_what_was_allowed_everywhere() {
    let ground = Ground::new().await;
    for who in Who::ALL {
        let mut browser = ground.server.signed_in(&who.name()).await;
        let before = ground.state();
        for row in rows().iter().filter(|row| !who.may(row.wanted)) {
            let answer = ground.ask(&browser, row).await;
            let at = format!("{who:?} {} {}: {}", row.method, row.path, answer.status);
            let expected = if row.wanted == "administrator" || !who.is_inside() {
                StatusCode::NOT_FOUND
            } else {
                StatusCode::FORBIDDEN
            };
            assert_eq!(answer.status, expected, "{at}");
            assert_headers(&answer, &at);
            refuse_canaries(&answer, &at);
        }
        assert_eq!(ground.state(), before, "{who:?} changed nothing");
        let nowhere = format!("/businesses/{NOTHING}");
        let not_there = ground.server.get(&browser, &nowhere).await.text();
        let mut allowed: Vec<Row> = rows();
        allowed.retain(|row| who.may(row.wanted));
        // What ends the ground that one stands on comes last.
        allowed.sort_by_key(|row| {
            let ends = ["/removal", "/acting/end", "/sign-out"];
            let end = ends.iter().position(|end| row.path.ends_with(end));
            end.filter(|_| row.method == "POST").map_or(0, |at| at + 1)
        });
        for row in allowed {
            let answer = ground.ask(&browser, &row).await;
            let at = format!("{who:?} {} {}: {}", row.method, row.path, answer.status);
            // The session goes on under another secret.
            if row.path == "/account/acting/end" {
                browser.take(&answer);
            }
            let refused = [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN];
            assert!(!refused.contains(&answer.status), "{at}");
            assert!(!answer.status.is_server_error(), "{at}: {}", answer.text());
            let is_in_business = row.path.starts_with("/businesses/{");
            let is_there = answer.status != StatusCode::NOT_FOUND || answer.text() != not_there;
            assert!(!is_in_business || is_there, "{at}");
            assert_headers(&answer, &at);
        }
        // Whoever could remove the business did.
        let trash = format!("/trash/{}/restoration", ground.place.business);
        let rahima = ground.server.signed_in("rahima").await;
        ground.server.ask(&rahima, "POST", &trash, "").await;
    }
}

#[tokio::test]
async fn pages_offer_what_may_be_done_and_nothing_else() {
    let ground = Ground::new().await;
    for who in [Who::Auditor, Who::Viewer, Who::Clerk] {
        let browser = ground.server.signed_in(&who.name()).await;
        let mut offers = 0;
        for row in rows()
            .iter()
            .filter(|row| row.method == "GET" && who.may(row.wanted))
        {
            let page = ground.ask(&browser, row).await;
            if !page.header("content-type").starts_with("text/html") {
                continue;
            }
            for (method, path) in offered(&page.text()) {
                let Some(wanted) = wanted_at(method, &path) else {
                    panic!("{}: nothing is at {method} {path}", row.path);
                };
                assert!(who.may(wanted), "{who:?} {}: {method} {path}", row.path);
                offers += 1;
            }
        }
        assert!(offers > 20, "{who:?}: only {offers} offers were found");
    }
    let clerk = ground.server.signed_in(&Who::Clerk.name()).await;
    let record = ground.place.fill("/businesses/{business}/record/{record}");
    let page = ground.server.get(&clerk, &record).await.text();
    assert!(
        page.contains("/edit\"") && !page.contains("/deletion\""),
        "{page}"
    );
    let auditor = ground.server.signed_in(&Who::Auditor.name()).await;
    let details = ground
        .place
        .fill("/businesses/{business}/settings/business-details");
    let page = ground.server.get(&auditor, &details).await.text();
    assert!(
        page.contains("<fieldset class=\"only-read\" disabled>"),
        "to be read"
    );
    assert!(!page.contains("Save</button>"), "{page}");
}

/// Buttons and forms of a page: where they lead.
fn offered(page: &str) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    for tag in page.split('<').filter_map(|part| part.split('>').next()) {
        let value = |name: &str| {
            let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
            rest.split('"').next()
        };
        let offer = if tag.starts_with("a ") && value("class").is_some_and(is_button) {
            value("href").map(|href| ("GET", href))
        } else if tag.starts_with("form ") && value("method") == Some("post") {
            value("action").map(|action| ("POST", action))
        } else {
            None
        };
        let own = offer.filter(|(_, to)| to.starts_with('/'));
        found.extend(own.map(|(method, to)| {
            let path = to.split(['?', '#']).next().unwrap_or_default();
            (method, path.to_owned())
        }));
    }
    // A form that is only read offers nothing.
    let only_read: BTreeSet<&str> = page
        .split("<form ")
        .filter(|form| form.contains("<fieldset class=\"only-read\" disabled>"))
        .filter_map(|form| form.split(" action=\"").nth(1)?.split('"').next())
        .collect();
    found.retain(|(method, path)| *method == "GET" || !only_read.contains(path.as_str()));
    found
}

fn is_button(class: &str) -> bool {
    class.split(' ').any(|one| one == "button")
}

/// What the address asks for, by the row with the fewest holes.
fn wanted_at(method: &str, path: &str) -> Option<&'static str> {
    let fits = |pattern: &str| {
        let (parts, holes): (Vec<_>, Vec<_>) =
            (path.split('/').collect(), pattern.split('/').collect());
        let fit = |(part, hole): (&&str, &&str)| part == hole || hole.starts_with('{');
        parts.len() == holes.len() && parts.iter().zip(holes.iter()).all(fit)
    };
    rows()
        .into_iter()
        .filter(|row| row.method == method && fits(row.path))
        .min_by_key(|row| row.path.matches('{').count())
        .map(|row| row.wanted)
}

fn refuse_canaries(answer: &Answer, at: &str) {
    for canary in CANARIES {
        assert!(!answer.text().contains(canary), "{at} tells of {canary}");
    }
}

/// What every answer carries (security.md S27).
fn assert_headers(answer: &Answer, at: &str) {
    for (name, part) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("content-security-policy", "frame-ancestors"),
    ] {
        assert!(answer.header(name).contains(part), "{at}: {name}");
    }
}

/// A permission that is withdrawn holds no longer for the next request (T-A6, S42).
#[tokio::test]
async fn what_is_withdrawn_is_gone_with_the_next_request() {
    let ground = Ground::new().await;
    let directory = ground.server.users.sign_in.directory();
    let list = ground
        .place
        .fill("/businesses/{business}/records/customers");
    let clerk = ground.server.signed_in(&Who::Clerk.name()).await;
    assert_eq!(
        ground.server.get(&clerk, &list).await.status,
        StatusCode::OK
    );
    let user = directory.user_named("clerk").expect("a directory");
    let before = user.expect("a user");
    let mut less = before.clone();
    let key = ground.place.business;
    less.role = Role::Member(BTreeMap::from([(
        key,
        Access {
            level: Level::Custom(Areas::new()),
            until: None,
        },
    )]));
    directory.put_user(&less).expect("a directory");
    let refused = ground.server.get(&clerk, &list).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    less.role = Role::Member(BTreeMap::new());
    directory.put_user(&less).expect("a directory");
    let gone = ground.server.get(&clerk, &list).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    directory.put_user(&before).expect("a directory");
    assert_eq!(
        ground.server.get(&clerk, &list).await.status,
        StatusCode::OK
    );
    // An administrator who is none any more.
    let former = ground.server.signed_in("administrator").await;
    let user = directory.user_named("administrator").expect("a directory");
    let mut user = user.expect("a user");
    user.role = Role::Member(BTreeMap::new());
    directory.put_user(&user).expect("a directory");
    for path in ["/users", "/server/email", "/imports/new"] {
        let answer = ground.server.get(&former, path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}

/// A new password ends every session but the one it was set in; a session from before signing in
/// is worth nothing after it (T-A6, S34).
#[tokio::test]
async fn sessions_end_with_the_password_and_none_is_given_before_it() {
    let server = Server::new();
    let (one, other) = (
        server.signed_in("rahima").await,
        server.signed_in("rahima").await,
    );
    let password = PASSWORD.replace(' ', "+");
    let form = format!("present={password}&wanted=a+second+horse+and+a+third+battery");
    let changed = server.ask(&one, "POST", "/account/password", &form).await;
    assert_eq!(changed.location(), "/account?done=1");
    assert_eq!(server.get(&one, "/account").await.status, StatusCode::OK);
    assert!(
        server
            .get(&other, "/account")
            .await
            .location()
            .starts_with("/sign-in")
    );
    // Fixation: what a stranger put into the browser is not what it signs in with.
    let planted = "f".repeat(64);
    let mut browser = Browser(BTreeMap::from([("session".to_owned(), planted.clone())]));
    let form = "name=rahima&password=a+second+horse+and+a+third+battery&back=/";
    let entered = server.ask(&browser, "POST", "/sign-in", form).await;
    browser.take(&entered);
    assert_ne!(browser.0["session"], planted);
    let stranger = Browser(BTreeMap::from([("session".to_owned(), planted)]));
    assert!(
        server
            .get(&stranger, "/account")
            .await
            .location()
            .starts_with("/sign-in")
    );
}
