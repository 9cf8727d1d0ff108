//! Signing in, and who may ask for what (SPEC-users.md; security.md S30 to S44).

use crate::world::{Answer, HOST, World};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use books::Key;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;
use users::{
    Access, Areas, Hasher, Level, MemoryDirectory, Presented, Rights, Role, Seal, SignIn, User,
    UsersError,
};

pub(crate) const PASSWORD: &str = "correct horse battery staple";

struct Plain;

impl Seal for Plain {
    fn seal(&self, _: &str, bytes: &[u8]) -> Result<Vec<u8>, UsersError> {
        Ok(bytes.to_vec())
    }

    fn open(&self, _: &str, sealed: &[u8]) -> Result<Vec<u8>, UsersError> {
        Ok(sealed.to_vec())
    }
}

/// A server with users, and the browsers of some of them.
pub(crate) struct Server {
    pub world: World,
    pub users: Arc<web::Users>,
}

/// A browser: its cookies.
#[derive(Default, Clone)]
pub(crate) struct Browser(pub BTreeMap<String, String>);

impl Browser {
    pub fn take(&mut self, answer: &Answer) {
        for value in answer.headers.get_all(header::SET_COOKIE) {
            let text = value.to_str().expect("a cookie");
            let (pair, attributes) = text.split_once(';').expect("attributes");
            let (name, value) = pair.split_once('=').expect("a pair");
            assert!(attributes.contains("HttpOnly"), "{text}");
            assert!(attributes.contains("SameSite=Strict"), "{text}");
            self.0.insert(name.to_owned(), value.to_owned());
        }
    }

    pub fn header(&self) -> String {
        let pairs: Vec<String> = self
            .0
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("; ")
    }
}

impl Server {
    pub fn new() -> Self {
        Self::made_with(None, false)
    }

    /// One that browsers reach by HTTPS.
    pub fn secure() -> Self {
        Self::made_with(None, true)
    }

    /// Users of one subscriber among many.
    pub fn of_subscribers() -> Self {
        Self::made_with(
            Some(web::Subscribed {
                sign_up: "/sign-up".to_owned(),
                mark: "1".repeat(32),
                is_absent: |_| false,
            }),
            false,
        )
    }

    fn made_with(subscribed: Option<web::Subscribed>, is_secure: bool) -> Self {
        let users = web::Users {
            sign_in: SignIn::new(
                Arc::new(MemoryDirectory::default()),
                Hasher::new(4).expect("a hasher"),
                Arc::new(Plain),
            ),
            name: "books.example.com".to_owned(),
            is_secure,
            origin: "https://books.example.com".to_owned(),
            proxies: Vec::new(),
            subscribed,
        }
        .shared();
        let server = Self {
            world: World::with_users(Some(users.clone())),
            users,
        };
        server.add(1, "rahima", Role::Administrator);
        server
    }

    pub fn add(&self, number: u8, name: &str, role: Role) {
        let user = User {
            key: Key::from_bytes([number; 16]),
            name: name.to_owned(),
            full_name: format!("{name} Begum"),
            email: String::new(),
            role,
            is_disabled: false,
            created_at: Timestamp::now(),
        };
        let sign_in = &self.users.sign_in;
        sign_in.directory().put_user(&user).expect("a user");
        let nobody = Presented::default();
        sign_in
            .set_password(&user, PASSWORD, None, &nobody, Timestamp::now())
            .expect("a password");
    }

    pub async fn ask(&self, browser: &Browser, method: &str, path: &str, form: &str) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, HOST)
            .header(header::ACCEPT_LANGUAGE, "en")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, browser.header())
            .body(Body::from(form.to_owned()))
            .expect("a request");
        self.world.send(request).await
    }

    pub async fn get(&self, browser: &Browser, path: &str) -> Answer {
        self.ask(browser, "GET", path, "").await
    }

    pub async fn signed_in(&self, name: &str) -> Browser {
        let mut browser = Browser::default();
        let form = format!("name={name}&password={}&back=/", PASSWORD.replace(' ', "+"));
        let answer = self.ask(&browser, "POST", "/sign-in", &form).await;
        assert_eq!(answer.location(), "/");
        browser.take(&answer);
        assert!(browser.0.contains_key("session"), "{}", browser.header());
        browser
    }

    /// A business with one customer: its address and the customer's key.
    pub async fn business(&self, administrator: &Browser, name: &str) -> (String, Key) {
        let form = format!("name={name}&country=BD");
        let made = self.ask(administrator, "POST", "/businesses", &form).await;
        let business = made.location();
        let form = "Name=Karim";
        let path = format!("{business}/records/customers");
        let made = self.ask(administrator, "POST", &path, form).await;
        let record = made.location();
        let key = record
            .rsplit('/')
            .next()
            .and_then(|text| text.split('?').next()?.parse().ok())
            .expect("a key");
        (business, key)
    }
}

pub(crate) fn member(businesses: &[(&str, Level)]) -> Role {
    let of = |(address, level): &(&str, Level)| {
        let key = address.rsplit('/').next().and_then(|it| it.parse().ok());
        let access = Access {
            level: level.clone(),
            until: None,
        };
        (key.expect("a key"), access)
    };
    Role::Member(businesses.iter().map(of).collect())
}

#[tokio::test]
async fn nobody_sees_anything_without_signing_in() {
    let server = Server::new();
    let administrator = server.signed_in("rahima").await;
    let (business, customer) = server.business(&administrator, "Dokan").await;
    let stranger = Browser::default();
    for path in [
        "/",
        "/trash",
        "/imports/new",
        "/users",
        "/account",
        &business,
        &format!("{business}/record/{customer}"),
        &format!("{business}/history/trail.csv"),
        "/nosuch",
    ] {
        let answer = server.get(&stranger, path).await;
        assert!(answer.location().starts_with("/sign-in?back="), "{path}");
        let changed = server.ask(&stranger, "POST", path, "").await;
        assert_eq!(changed.status, StatusCode::UNAUTHORIZED, "{path}");
        assert!(!changed.text().contains("Karim"), "{path}");
    }
    let forged = Browser(BTreeMap::from([("session".to_owned(), "0".repeat(64))]));
    assert!(
        server
            .get(&forged, "/")
            .await
            .location()
            .starts_with("/sign-in")
    );
    assert_eq!(
        server.get(&stranger, "/sign-in").await.status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn one_signs_in_works_and_signs_out() {
    let server = Server::new();
    let mut browser = server.signed_in("Rahima").await;
    let (business, customer) = server.business(&browser, "Dokan").await;
    let page = server.get(&browser, &business).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.text().contains("rahima Begum"),
        "the top says who is here"
    );
    // History names who it was.
    let history = server.get(&browser, &format!("{business}/history")).await;
    assert!(history.text().contains("rahima Begum"));
    assert_eq!(
        server
            .get(&browser, &format!("{business}/record/{customer}"))
            .await
            .status,
        StatusCode::OK
    );
    let out = server.ask(&browser, "POST", "/account/sign-out", "").await;
    assert_eq!(out.location(), "/sign-in");
    assert!(out.header("clear-site-data").contains("cache"));
    let before = browser.clone();
    browser.take(&out);
    assert!(
        server
            .get(&before, "/")
            .await
            .location()
            .starts_with("/sign-in")
    );
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_name_look_the_same() {
    let server = Server::new();
    let browser = Browser::default();
    let ask = |form: &'static str| {
        let (server, browser) = (&server, &browser);
        async move { server.ask(browser, "POST", "/sign-in", form).await }
    };
    let wrong = ask("name=rahima&password=wrong").await;
    let unknown = ask("name=nobody&password=wrong").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(unknown.status, wrong.status);
    assert_eq!(
        unknown.text().replace("nobody", "rahima"),
        wrong.text(),
        "the pages differ by the name that was typed only"
    );
    assert!(wrong.headers.get(header::SET_COOKIE).is_none());
}

#[tokio::test]
async fn nobody_is_sent_elsewhere_after_signing_in() {
    let server = Server::new();
    for back in ["//evil.example", "https://evil.example", "/%5Cevil.example"] {
        let form = format!(
            "name=rahima&password={}&back={back}",
            PASSWORD.replace(' ', "+")
        );
        let answer = server
            .ask(&Browser::default(), "POST", "/sign-in", &form)
            .await;
        assert_eq!(answer.location(), "/");
    }
}

/// Every address of a business with what it takes, for the matrix below.
fn addresses(business: &str, customer: Key) -> Vec<(&'static str, String, &'static str)> {
    let at = |part: &str| format!("{business}{part}");
    vec![
        ("GET", at(""), "view summary"),
        ("GET", at("/records/customers"), "view customers"),
        ("GET", at("/records/customers/list.csv"), "view customers"),
        ("GET", at("/records/customers/new"), "create customers"),
        ("GET", at(&format!("/record/{customer}")), "view customers"),
        (
            "GET",
            at(&format!("/record/{customer}/edit")),
            "edit customers",
        ),
        (
            "POST",
            at(&format!("/record/{customer}/deletion")),
            "delete customers",
        ),
        ("GET", at("/records/suppliers"), "view suppliers"),
        ("GET", at("/reports"), "view reports"),
        (
            "GET",
            at("/reports/trial-balance"),
            "view reports/trial-balance",
        ),
        (
            "GET",
            at("/reports/balance-sheet"),
            "view reports/balance-sheet",
        ),
        ("GET", at("/history"), "view history"),
        ("GET", at("/history/trail.json"), "view history"),
        ("GET", at("/emails"), "view emails"),
        ("GET", at("/attachments"), "view attachments"),
        ("GET", at("/settings"), "view settings"),
        ("GET", at("/settings/email"), "govern"),
        ("GET", at("/backups/new"), "govern"),
        ("POST", at("/backups"), "govern"),
        ("POST", at("/settings/lock-date"), "govern"),
        ("POST", at("/removal"), "govern"),
        ("GET", "/users".to_owned(), "administrate"),
        ("GET", "/trash".to_owned(), "administrate"),
        ("GET", "/businesses/new".to_owned(), "administrate"),
        ("GET", "/imports/new".to_owned(), "administrate"),
    ]
}

/// What a clerk was ticked: customers but not deleting them, and one report.
pub(crate) fn clerk() -> Level {
    let entry = Rights {
        view: true,
        create: true,
        edit: true,
        delete: false,
    };
    Level::Custom(Areas::from([
        ("customers".to_owned(), entry),
        ("reports/trial-balance".to_owned(), Rights::VIEW),
    ]))
}

#[tokio::test]
async fn every_kind_of_user_gets_what_was_allowed_and_nothing_else() {
    let server = Server::new();
    let administrator = server.signed_in("rahima").await;
    let (business, customer) = server.business(&administrator, "Dokan").await;
    let (other, _) = server.business(&administrator, "Other").await;
    server.add(2, "auditor", member(&[(&business, Level::Auditor)]));
    server.add(3, "clerk", member(&[(&business, clerk())]));
    server.add(4, "stranger", member(&[(&other, Level::Full)]));
    server.add(5, "owner", member(&[(&business, Level::Full)]));
    let clerk_may = [
        "view customers",
        "create customers",
        "edit customers",
        "view reports/trial-balance",
    ];
    let may = |who: &str, wanted: &str| match who {
        "rahima" => true,
        "owner" => wanted != "administrate",
        "auditor" => wanted.starts_with("view"),
        "clerk" => clerk_may.contains(&wanted),
        _ => false,
    };
    // The owner's turn comes last: what is done then is done.
    for who in ["stranger", "clerk", "auditor", "owner"] {
        let browser = server.signed_in(who).await;
        for (method, path, wanted) in addresses(&business, customer) {
            let answer = server.ask(&browser, method, &path, "").await;
            let refused = matches!(
                answer.status,
                StatusCode::FORBIDDEN | StatusCode::NOT_FOUND | StatusCode::UNAUTHORIZED
            );
            assert_eq!(
                !refused,
                may(who, wanted),
                "{who} {method} {path}: {}",
                answer.status
            );
            if refused {
                assert!(!answer.text().contains("Karim"), "{who} {path}");
            }
        }
    }
}

#[tokio::test]
async fn a_business_that_was_not_allowed_is_not_there() {
    let server = Server::new();
    let administrator = server.signed_in("rahima").await;
    let (business, customer) = server.business(&administrator, "Dokan").await;
    let (mine, _) = server.business(&administrator, "Mine").await;
    server.add(2, "karim", member(&[(&mine, Level::Full)]));
    let browser = server.signed_in("karim").await;
    let list = server.get(&browser, "/").await.text();
    assert!(list.contains("Mine") && !list.contains("Dokan"), "{list}");
    let nowhere = business.replace(|sign: char| sign.is_ascii_digit(), "0");
    let unknown = server.get(&browser, &nowhere).await;
    let foreign = server.get(&browser, &business).await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    assert_eq!(foreign.status, unknown.status);
    assert_eq!(foreign.text().len(), unknown.text().len());
    // Through one's own business to a record of another.
    let through = server
        .get(&browser, &format!("{mine}/record/{customer}"))
        .await;
    assert_eq!(through.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn tabs_and_buttons_show_what_may_be_seen() {
    let server = Server::new();
    let administrator = server.signed_in("rahima").await;
    let (business, _) = server.business(&administrator, "Dokan").await;
    server.add(3, "clerk", member(&[(&business, clerk())]));
    let browser = server.signed_in("clerk").await;
    let page = server
        .get(&browser, &format!("{business}/records/customers"))
        .await
        .text();
    assert!(page.contains("/records/customers\""), "{page}");
    for hidden in [
        "/records/journal-entries\"",
        "/backups/new",
        "/history\"",
        "/settings\"",
    ] {
        assert!(!page.contains(hidden), "{hidden}");
    }
}

#[tokio::test]
async fn an_administrator_makes_a_user_who_gets_in_by_a_link_and_acts_for_them() {
    let server = Server::new();
    let mut administrator = server.signed_in("rahima").await;
    let (business, _) = server.business(&administrator, "Dokan").await;
    let key = business.rsplit('/').next().expect("a key");
    let form = format!(
        "name=jamal&full_name=Jamal+Uddin&level.{key}=custom&right.{key}.customers.v=on\
         &right.{key}.customers.c=on&until.{key}="
    );
    let page = server
        .ask(&administrator, "POST", "/users", &form)
        .await
        .location();
    let shown = server
        .ask(&administrator, "POST", &format!("{page}/link"), "")
        .await
        .text();
    let link = shown
        .split("https://books.example.com")
        .nth(1)
        .and_then(|rest| rest.split('<').next())
        .expect("a link")
        .to_owned();
    let stranger = Browser::default();
    let weak = server.ask(&stranger, "POST", &link, "password=jamal").await;
    assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = format!("password={}", PASSWORD.replace(' ', "+"));
    let set = server.ask(&stranger, "POST", &link, &form).await;
    assert_eq!(set.location(), "/sign-in");
    let again = server.ask(&stranger, "POST", &link, &form).await;
    assert_eq!(
        again.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "a link works once"
    );
    let jamal = server.signed_in("jamal").await;
    let list = format!("{business}/records/customers");
    assert_eq!(server.get(&jamal, &list).await.status, StatusCode::OK);
    let before = administrator.clone();
    let acting = server
        .ask(&administrator, "POST", &format!("{page}/acting"), "")
        .await;
    administrator.take(&acting);
    assert!(
        server
            .get(&before, "/")
            .await
            .location()
            .starts_with("/sign-in")
    );
    let seen = server.get(&administrator, &list).await.text();
    assert!(seen.contains("rahima Begum → Jamal Uddin"), "{seen}");
    let users = server.get(&administrator, "/users").await;
    assert_eq!(users.status, StatusCode::NOT_FOUND, "as little as the user");
    let form = "Name=Made";
    server
        .ask(&administrator, "POST", &list, form)
        .await
        .location();
    let ended = server
        .ask(&administrator, "POST", "/account/acting/end", "")
        .await;
    administrator.take(&ended);
    let history = server
        .get(&administrator, &format!("{business}/history"))
        .await
        .text();
    assert!(history.contains("rahima Begum → Jamal Uddin"));
}

#[tokio::test]
async fn a_disabled_user_is_out_at_once() {
    let server = Server::new();
    let administrator = server.signed_in("rahima").await;
    let (business, _) = server.business(&administrator, "Dokan").await;
    server.add(2, "karim", member(&[(&business, Level::Full)]));
    let karim = server.signed_in("karim").await;
    assert_eq!(server.get(&karim, &business).await.status, StatusCode::OK);
    let page = format!("/users/{}", Key::from_bytes([2; 16]));
    let form = "name=karim&is_disabled=on";
    server
        .ask(&administrator, "POST", &page, form)
        .await
        .location();
    assert!(
        server
            .get(&karim, &business)
            .await
            .location()
            .starts_with("/sign-in")
    );
}

#[tokio::test]
async fn the_pages_of_users_are_not_there_where_nobody_signs_in() {
    let world = World::new();
    for path in ["/users", "/account", "/sign-in", "/setup", "/new-password"] {
        assert_eq!(
            world.get(path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
}
