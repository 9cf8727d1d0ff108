//! The proof before what is grave (SPEC-users.md, 3.10; security.md S35). A proof gets old here
//! because its moment is set back, not because anybody waits.

use crate::access::{Browser, PASSWORD, Server, member};
use crate::access_everywhere::{Ground, rows};
use crate::access_own::code_of;
use crate::world::Answer;
use axum::http::StatusCode;
use books::Key;
use jiff::{SignedDuration, Timestamp};
use users::{Level, Presented, Role, SecondFactor, Session};

/// Where a page leads that asks for a proof.
const HERE: &str = "/account/proof?back=";

impl Server {
    /// The session of a browser.
    fn session_of(&self, browser: &Browser) -> Option<Session> {
        let secret = browser.0.get("session").expect("a session");
        let directory = self.users.sign_in.directory();
        directory
            .session(Session::digest_of(secret))
            .expect("a directory")
    }

    /// As though the proof of a browser had been given six minutes ago.
    fn let_proof_grow_old(&self, browser: &Browser) {
        let mut session = self.session_of(browser).expect("a session");
        session.confirmed_at = Timestamp::now() - SignedDuration::from_mins(6);
        let directory = self.users.sign_in.directory();
        directory.put_session(&session).expect("a directory");
    }

    async fn grown_old(&self, name: &str) -> Browser {
        let browser = self.signed_in(name).await;
        self.let_proof_grow_old(&browser);
        browser
    }
}

fn password() -> String {
    PASSWORD.replace(' ', "+")
}

fn asks_for_proof(answer: &Answer) -> bool {
    let is_led = answer.header("location").starts_with(HERE);
    let is_page = answer.text().contains("name=\"proof_password\"");
    (is_led && answer.status == StatusCode::SEE_OTHER)
        || (is_page && answer.status == StatusCode::FORBIDDEN)
}

/// Every address × an old proof: those that the table calls grave are not carried out, the others
/// ask for nothing.
async fn only_what_is_grave_asks(server: Server, is_cloud: bool) {
    let ground = Ground::of(server).await;
    let mut browser = ground.server.grown_old("rahima").await;
    let before = ground.state();
    let is_grave = |proof: &str| proof == "proof" || (proof == "proof-cloud" && is_cloud);
    let (grave, light): (Vec<_>, Vec<_>) = rows().into_iter().partition(|it| is_grave(it.proof));
    assert!(grave.len() > 20, "only {} are grave", grave.len());
    for row in &grave {
        let answer = ground.ask(&browser, row).await;
        let at = format!("{} {}: {}", row.method, row.path, answer.status);
        assert!(asks_for_proof(&answer), "{at}");
    }
    assert_eq!(ground.state(), before, "nothing was changed");
    let fresh = ground.server.signed_in("administrator").await;
    for row in grave
        .iter()
        .filter(|row| row.path != "/businesses/{key}/removal")
    {
        let answer = ground.ask(&fresh, row).await;
        assert!(!asks_for_proof(&answer), "{} {}", row.method, row.path);
    }
    for row in light {
        if ["/account/sign-out", "/businesses/{key}/removal"].contains(&row.path) {
            continue;
        }
        let answer = ground.ask(&browser, &row).await;
        let at = format!("{} {}: {}", row.method, row.path, answer.status);
        assert!(!asks_for_proof(&answer), "{at}");
        if row.path == "/account/acting/end" {
            browser.take(&answer);
        }
    }
}

#[tokio::test]
async fn spec_3_10_only_what_is_grave_asks_for_a_proof() {
    only_what_is_grave_asks(Server::new(), false).await;
}

#[tokio::test]
async fn spec_3_10_in_the_cloud_downloads_of_backups_ask_for_one_too() {
    only_what_is_grave_asks(Server::of_subscribers(), true).await;
}

#[tokio::test]
async fn spec_3_10_an_old_proof_changes_nothing_and_a_new_one_carries_out_what_was_typed() {
    let server = Server::new();
    let mut browser = server.grown_old("rahima").await;
    let form = "name=kamal&full_name=Kamal+%26+%3Cb%3E&email=kamal%40example.com&administrator=1";
    let asked = server.ask(&browser, "POST", "/users", form).await;
    assert!(asks_for_proof(&asked), "{}", asked.text());
    assert!(asked.text().contains("value=\"Kamal &amp; &lt;b&gt;\""));
    assert!(asked.text().contains("action=\"/users\""));
    let users = || server.users.sign_in.directory().users().expect("users");
    assert_eq!(users().len(), 1, "nobody was made");

    let wrong = format!("{form}&proof_password=wrong");
    let refused = server.ask(&browser, "POST", "/users", &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("value=\"Kamal &amp; &lt;b&gt;\""));
    assert!(!refused.text().contains("value=\"wrong\""));
    assert_eq!(users().len(), 1);

    let planted = browser.clone();
    let right = format!("{form}&proof_password={}", password());
    let made = server.ask(&browser, "POST", "/users", &right).await;
    let user = made.location();
    assert!(user.starts_with("/users/"), "{user}");
    assert!(users().iter().any(|it| it.full_name == "Kamal & <b>"));
    // Fixation: what was known of the session before is worth nothing.
    browser.take(&made);
    assert_ne!(browser.0["session"], planted.0["session"]);
    assert_eq!(server.session_of(&planted), None);
    let page = server.get(&planted, "/account").await;
    assert!(page.location().starts_with("/sign-in"), "{}", page.status);
    // For five minutes nothing is asked.
    let answer = server.ask(&browser, "POST", &user, form).await;
    assert!(!asks_for_proof(&answer), "{}", answer.text());
}

#[tokio::test]
async fn spec_3_10_secrets_of_a_form_are_typed_again_and_never_held() {
    let server = Server::new();
    let browser = server.grown_old("rahima").await;
    let form = "host=mail.example.com&password=hunter2-of-mail&from_address=a%40example.com";
    let asked = server.ask(&browser, "POST", "/server/email", form).await;
    assert!(asks_for_proof(&asked));
    let page = asked.text();
    assert!(!page.contains("hunter2"), "{page}");
    assert!(page.contains("name=\"host\" value=\"mail.example.com\""));
    assert!(
        page.contains("id=\"password\" name=\"password\" value=\"\""),
        "{page}"
    );
    // An empty secret leaves the one before; nobody is asked to type what was not typed.
    let form = "host=mail.example.com&password=&from_address=a%40example.com";
    let page = server
        .ask(&browser, "POST", "/server/email", form)
        .await
        .text();
    assert!(
        page.contains("type=\"hidden\" name=\"password\" value=\"\""),
        "{page}"
    );
}

#[tokio::test]
async fn spec_3_10_a_page_leads_to_the_proof_and_back_to_addresses_of_ours_alone() {
    let server = Server::new();
    let mut browser = server.grown_old("rahima").await;
    let led = server.get(&browser, "/server/email").await.location();
    assert_eq!(led, format!("{HERE}%2Fserver%2Femail"));
    let page = server.get(&browser, &led).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.text()
            .contains("name=\"back\" value=\"/server/email\"")
    );
    assert!(
        !page.text().contains("name=\"proof_code\""),
        "no second factor"
    );
    for (back, leads) in [
        ("%2F%2Fevil.example", "/"),
        ("https%3A%2F%2Fevil.example", "/"),
        ("%2Fserver%2Femail", "/server/email"),
    ] {
        server.let_proof_grow_old(&browser);
        let form = format!("proof_password={}&back={back}", password());
        let proved = server.ask(&browser, "POST", "/account/proof", &form).await;
        assert_eq!(proved.location(), leads);
        browser.take(&proved);
        let page = server.get(&browser, &format!("{HERE}{back}")).await;
        assert_eq!(page.location(), leads, "nothing is left to prove");
    }
    let page = server.get(&browser, "/server/email").await;
    assert_eq!(page.status, StatusCode::OK);
}

#[tokio::test]
async fn spec_3_10_wrong_proofs_are_counted_as_wrong_sign_ins() {
    let server = Server::new();
    let browser = server.grown_old("rahima").await;
    let wrong = "proof_password=wrong&back=/";
    for _ in 0..4 {
        let answer = server.ask(&browser, "POST", "/account/proof", wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let fifth = server.ask(&browser, "POST", "/account/proof", wrong).await;
    assert_eq!(
        fifth.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "the last free one"
    );
    let right = format!("proof_password={}&back=/", password());
    let waits = server.ask(&browser, "POST", "/account/proof", &right).await;
    assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS);
    let events = server.users.sign_in.directory().events(None, 100);
    let events = events.expect("the log");
    let told = events.iter().filter(|it| it.detail == "proof");
    assert!(told.clone().count() >= 4);
    assert!(
        told.clone()
            .all(|it| it.by == Some(Key::from_bytes([1; 16])))
    );
}

#[tokio::test]
async fn spec_3_10_whoever_has_a_second_factor_proves_it_with_a_code() {
    let server = Server::new();
    let browser = server.grown_old("rahima").await;
    let sign_in = &server.users.sign_in;
    let rahima = sign_in
        .directory()
        .user_named("rahima")
        .expect("a directory");
    let rahima = rahima.expect("a user");
    let made = SecondFactor::new("rahima", "books").expect("a second factor");
    let (nobody, now) = (Presented::default(), Timestamp::now());
    let long_ago = now - SignedDuration::from_mins(10);
    let totp: totp_rs::Totp = totp_rs::Builder::new()
        .with_secret(made.seed().to_vec())
        .build()
        .expect("a seed");
    let first = u64::try_from(long_ago.as_second()).expect("a moment");
    let first = totp.generate(first).to_string();
    let added = sign_in.add_second_factor(&rahima, &made, &first, &nobody, long_ago);
    added.expect("a second factor");

    let form = "name=Till&scope=read&business=&until=2000-01-01";
    let asked = server.ask(&browser, "POST", "/account/tokens", form).await;
    assert!(
        asked.text().contains("name=\"proof_code\""),
        "{}",
        asked.text()
    );
    let alone = format!("{form}&proof_password={}", password());
    let refused = server
        .ask(&browser, "POST", "/account/tokens", &alone)
        .await;
    assert!(
        refused.text().contains("The code is wrong"),
        "{}",
        refused.text()
    );
    let both = format!("{alone}&proof_code={}", code_of(&made.typed));
    let answer = server.ask(&browser, "POST", "/account/tokens", &both).await;
    // It came through to the form, which has a word to say about its last day.
    assert!(
        !answer.text().contains("proof_password"),
        "{}",
        answer.text()
    );
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn spec_3_10_whoever_acts_for_a_user_proves_who_they_are_themselves() {
    let server = Server::new();
    let mut browser = server.signed_in("rahima").await;
    let (business, _) = server.business(&browser, "Dokan").await;
    server.add(2, "karim", member(&[(&business, Level::Full)]));
    server.let_proof_grow_old(&browser);
    let karim = Key::from_bytes([2; 16]);
    let acting = format!("/users/{karim}/acting");
    let form = format!("proof_password={}", password());
    let begun = server.ask(&browser, "POST", &acting, &form).await;
    assert_eq!(begun.location(), "/");
    assert_eq!(
        begun.headers.get_all("set-cookie").iter().count(),
        1,
        "one secret, the last"
    );
    browser.take(&begun);

    server.let_proof_grow_old(&browser);
    let removal = format!("{business}/removal");
    let asked = server.ask(&browser, "POST", &removal, "").await;
    assert!(asks_for_proof(&asked), "{}", asked.text());
    assert!(
        asked.text().contains("signed in as rahima Begum."),
        "{}",
        asked.text()
    );
    // The password of whom they act for does not count, and theirs does.
    let directory = server.users.sign_in.directory();
    let user = directory.user(karim).expect("a directory").expect("a user");
    let (sign_in, nobody) = (&server.users.sign_in, Presented::default());
    let other = "a+kettle+full+of+monsoon+rain";
    let set = sign_in.set_password(
        &user,
        &other.replace('+', " "),
        None,
        &nobody,
        Timestamp::now(),
    );
    set.expect("a password");
    let theirs = format!("proof_password={other}");
    let refused = server.ask(&browser, "POST", &removal, &theirs).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let removed = server.ask(&browser, "POST", &removal, &form).await;
    assert!(!asks_for_proof(&removed), "{}", removed.text());
    let is_there = |it: &store::BusinessEntry| business.ends_with(&it.key.to_string());
    let left = server.world.app.store.businesses().expect("a list");
    assert!(!left.iter().any(is_there), "it is in Trash");
}

#[tokio::test]
async fn spec_3_10_a_download_begins_from_the_page_of_the_proof() {
    let server = Server::of_subscribers();
    let browser = server.grown_old("rahima").await;
    let file = "/businesses/c0ffee00-0000-4000-8000-000000000001/backups/1/file";
    let led = server.get(&browser, file).await.location();
    assert!(led.starts_with(HERE), "{led}");
    let form = format!("proof_password={}&back={file}", password());
    let proved = server.ask(&browser, "POST", "/account/proof", &form).await;
    assert_eq!(proved.status, StatusCode::OK);
    let page = proved.text();
    assert!(
        page.contains(&format!("href=\"{file}\" data-download")),
        "{page}"
    );
    assert!(
        page.contains(&format!("content=\"0;url={file}\"")),
        "{page}"
    );
}

#[tokio::test]
async fn spec_3_10_replacing_a_business_asks_and_keeping_both_does_not() {
    let server = Server::new();
    let browser = server.grown_old("rahima").await;
    let confirmation = "/imports/c0ffee00-0000-4000-8000-000000000001/confirmation";
    for (form, asks) in [
        ("replace=c0ffee00-0000-4000-8000-000000000002", true),
        ("replace=&name=A", false),
        ("name=A", false),
    ] {
        let answer = server.ask(&browser, "POST", confirmation, form).await;
        assert_eq!(asks_for_proof(&answer), asks, "{form}: {}", answer.status);
    }
}

#[tokio::test]
async fn spec_3_5_sessions_are_ended_one_by_one_or_all_but_this() {
    let server = Server::new();
    let (one, two, three) = (
        server.signed_in("rahima").await,
        server.signed_in("rahima").await,
        server.signed_in("rahima").await,
    );
    server.add(2, "karim", Role::Administrator);
    let karim = server.signed_in("karim").await;
    let page = server.get(&one, "/account").await.text();
    assert_eq!(page.matches("name=\"session\" value=").count(), 2, "{page}");
    assert_eq!(page.matches("This is where you are now").count(), 1);
    let name = server.session_of(&two).expect("a session").name();
    assert!(page.contains(&name));
    let ending = "/account/sessions/ending";
    let form = format!("session={name}");
    // A name of another's session ends nothing.
    server.ask(&karim, "POST", ending, &form).await;
    assert!(server.session_of(&two).is_some());
    let ended = server.ask(&one, "POST", ending, &form).await;
    assert_eq!(ended.location(), "/account?done=1");
    assert!(server.session_of(&two).is_none());
    assert!(server.session_of(&three).is_some());
    server.ask(&one, "POST", ending, "").await;
    assert!(server.session_of(&three).is_none());
    assert!(server.session_of(&one).is_some() && server.session_of(&karim).is_some());
}
