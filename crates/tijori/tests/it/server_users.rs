//! Users from the command line beside a running server: each sees what the other did.

use crate::run::Desk;
use crate::server::Server;
use jiff::Timestamp;
use serde_json::Value;
use std::io::{Read, Write};
use std::sync::Arc;
use users::{
    Directory, Event, EventKind, Hasher, KeptDirectory, Presented, Role, SignIn, User, UsersError,
};

struct Plain;

impl users::Seal for Plain {
    fn seal(&self, _: &str, bytes: &[u8]) -> Result<Vec<u8>, UsersError> {
        Ok(bytes.to_vec())
    }

    fn open(&self, _: &str, sealed: &[u8]) -> Result<Vec<u8>, UsersError> {
        Ok(sealed.to_vec())
    }
}

/// A user in the file of the data folder, as the server's pages make one.
fn rahima(desk: &Desk) -> books::Key {
    let file = store_sqlite::UsersFile::open(&desk.data()).expect("the users");
    let directory = Arc::new(KeptDirectory(file));
    let user = User {
        key: books::Key::from_bytes([1; 16]),
        name: "rahima".to_owned(),
        full_name: "Rahima Begum".to_owned(),
        email: String::new(),
        role: Role::Administrator,
        is_disabled: false,
        created_at: Timestamp::now(),
    };
    directory.put_user(&user).expect("a user");
    let event = Event {
        at: Timestamp::now(),
        kind: EventKind::AccessChanged,
        by: None,
        about: Some(user.key),
        address: "192.0.2.7".to_owned(),
        detail: "administrator".to_owned(),
    };
    directory.note(&event).expect("a line of the log");
    let sign_in = SignIn::new(
        directory,
        Hasher::new(1).expect("a hasher"),
        Arc::new(Plain),
    );
    let password = "correct horse battery staple";
    sign_in
        .set_password(
            &user,
            password,
            None,
            &Presented::default(),
            Timestamp::now(),
        )
        .expect("a password");
    user.key
}

/// Asks the server, and gives the whole answer.
fn ask(server: &Server, method: &str, path: &str, form: &str) -> String {
    let mut stream = server.connect();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: {}\r\nSec-Fetch-Site: same-origin\r\n\
         Accept-Language: en\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{form}",
        server.address,
        form.len()
    );
    stream.write_all(request.as_bytes()).expect("a request");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}

#[test]
fn users_are_listed_and_helped_while_the_server_runs() {
    let desk = Desk::new();
    let server = Server::start(&desk, &[]);
    let key = rahima(&desk);
    let listed = desk.json(&["user", "list"]);
    assert_eq!(listed["users"][0]["name"], "rahima");
    // The server sees the link that was made beside it, and the link leads to the server.
    let linked = desk.json(&["user", "link", "RAHIMA"]);
    let link = linked["link"].as_str().expect("a link");
    let origin = format!("http://{}/", server.address);
    let path = link
        .strip_prefix(origin.as_str())
        .expect("the server's own address");
    let path = format!("/{path}");
    let page = ask(&server, "GET", &path, "");
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    let form = "password=another+horse+and+a+third+battery";
    let set = ask(&server, "POST", &path, form);
    assert!(set.starts_with("HTTP/1.1 303"), "{set}");
    // The command sees what the server wrote.
    let log = desk.json(&["user", "log"]);
    let kinds: Vec<&Value> = log["events"]
        .as_array()
        .expect("lines")
        .iter()
        .map(|event| &event["kind"])
        .collect();
    assert_eq!(kinds.first().expect("a line"), &"password-changed");
    assert!(kinds.contains(&&Value::from("access-changed")), "{kinds:?}");
    let last = log["events"]
        .as_array()
        .and_then(|all| all.last())
        .expect("a line");
    assert_eq!(last["about"], key.to_string());
    assert_eq!(last["about_name"], "rahima");
    let told = desk.run(&["user", "log", "--count", "1"]);
    assert_eq!(told.said.lines().count(), 1, "{}", told.said);
    assert!(told.said.contains("Password set"), "{}", told.said);
    assert_eq!(
        desk.run(&["user", "forget-second-factor", "rahima"])
            .exit_code,
        0
    );
    assert!(server.stop());
    // The businesses stay the server's alone; where it was is remembered when it has ended.
    let linked = desk.json(&["user", "link", "rahima"]);
    assert!(
        linked["link"]
            .as_str()
            .expect("a link")
            .starts_with(&origin)
    );
}

/// The status of an answer.
fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).expect("a status")
}

#[test]
fn passwords_guessed_at_the_same_moment_are_counted_one_by_one() {
    let desk = Desk::new();
    let server = Server::start(&desk, &[]);
    rahima(&desk);
    let began = std::time::Instant::now();
    let statuses: Vec<String> = std::thread::scope(|scope| {
        let guess = |number: usize| {
            let form = format!("name=rahima&password=guess+number+{number}");
            status(&ask(&server, "POST", "/sign-in", &form)).to_owned()
        };
        let guesses: Vec<_> = (0..40)
            .map(|number| scope.spawn(move || guess(number)))
            .collect();
        let ended = guesses.into_iter().map(|it| it.join().expect("an answer"));
        ended.collect()
    });
    // On a slow day the waits of two, four and eight seconds end meanwhile: each lets one pass.
    let waited_s = began.elapsed().as_secs();
    let later = [2, 6, 14, 30, 62]
        .into_iter()
        .filter(|end| waited_s >= *end);
    let (looked_at, told): (Vec<_>, Vec<_>) = statuses.iter().partition(|it| *it == "422");
    assert!(!looked_at.is_empty(), "{statuses:?}");
    assert!(looked_at.len() <= 5 + later.count(), "{statuses:?}");
    assert!(told.iter().all(|it| *it == "429"), "{statuses:?}");
    assert!(server.stop());
}

#[test]
fn what_is_wrong_with_a_link_is_said_before_it_is_made() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["user", "list"]).exit_code, 0);
    assert!(!desk.data().exists(), "a look makes nothing");
    std::fs::create_dir(desk.data()).expect("a data folder");
    rahima(&desk);
    for (words, part) in [
        (&["user", "link", "rahima"][..], "--origin"),
        (
            &["user", "link", "rahima", "--origin", "https://x.y/z"][..],
            "https://x.y/z",
        ),
        (
            &["user", "link", "nobody", "--origin", "https://x.y"][..],
            "nobody",
        ),
        (
            &["user", "link", "two words", "--origin", "https://x.y"][..],
            "two words",
        ),
        (&["user", "forget-second-factor", "nobody"][..], "nobody"),
    ] {
        let ran = desk.run(words);
        assert_eq!(ran.exit_code, 64, "{words:?}: {}", ran.complained);
        assert!(
            ran.complained.contains(part),
            "{words:?}: {}",
            ran.complained
        );
        assert_eq!(ran.said, "", "{words:?}");
    }
    let linked = desk.run(&["user", "link", "rahima", "--origin", "https://x.y/"]);
    assert!(
        linked.said.starts_with("https://x.y/new-password/"),
        "{}",
        linked.said
    );
}
