//! A database that goes away for a while, under two nodes on which people save: they are told, what
//! they typed is kept, nothing that was told as saved is lost, and everything goes on without a
//! restart (docs/SPEC-cloud.md, 2.14 and 7.4).

use super::browser::{Answer, Browser};
use super::ground::Ground;
use super::nodes::{BACKUPS, make_due, wait_for};
use super::serving::create;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How long it is away, in seconds, unless `TIJORI_AWAY_S` says otherwise.
const AWAY_S: u64 = 30;
/// How long it may take until everybody can save again, once it is back.
const RECOVERY: Duration = Duration::from_secs(20);

/// What became of what one person entered.
#[derive(Debug, Default)]
struct Told {
    /// Told as saved.
    saved: Vec<String>,
    /// Of which nobody could tell whether it was.
    doubtful: Vec<String>,
    /// Pages that said that the database does not answer.
    away_count: u32,
    /// The longest wait for such a page.
    longest: Duration,
    /// When something was saved last.
    last: Option<Instant>,
}

/// Somebody who makes customers until told to stop, and sends again what was not taken.
fn person(
    mut browser: Browser,
    business: String,
    name: &'static str,
    ends: Arc<AtomicBool>,
) -> JoinHandle<Told> {
    thread::spawn(move || {
        let mut told = Told::default();
        let mut number = 0;
        while !ends.load(Ordering::Relaxed) {
            number += 1;
            enter(
                &mut browser,
                &business,
                &format!("{name}-{number:04}."),
                &mut told,
            );
        }
        told
    })
}

/// Makes one customer, with as many tries as it takes.
fn enter(browser: &mut Browser, business: &str, name: &str, told: &mut Told) {
    let address = format!("{business}/records/customers");
    let mut form = vec![("Name".to_owned(), name.to_owned())];
    for _ in 0..200 {
        let begun = Instant::now();
        let pairs: Vec<_> = form.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        let answer = browser.post(&address, &pairs);
        if answer.status == 303 {
            told.saved.push(name.to_owned());
            told.last = Some(Instant::now());
            return;
        }
        assert_eq!(answer.status, 503, "{}", answer.body);
        told.away_count += 1;
        told.longest = told.longest.max(begun.elapsed());
        if answer.body.contains("nobody can tell yet") {
            told.doubtful.push(name.to_owned());
            return;
        }
        form = kept_in(&answer, &address);
        assert_eq!(
            form,
            [("Name".to_owned(), name.to_owned())],
            "what was typed"
        );
        thread::sleep(Duration::from_millis(200));
    }
    panic!("{name} was never saved");
}

/// The form that a page keeps for another try.
pub fn kept_in(answer: &Answer, address: &str) -> Vec<(String, String)> {
    assert_eq!(answer.header("retry-after"), "10");
    assert!(
        answer.body.contains("Nothing you entered is lost"),
        "{}",
        answer.body
    );
    let form = answer.body.split_once(&format!("action=\"{address}\""));
    let (_, form) = form.expect("the form, to be sent to where it was sent");
    let (form, _) = form.split_once("</form>").expect("its end");
    let fields = form.split("type=\"hidden\" name=\"").skip(1);
    fields
        .filter_map(|rest| {
            let (name, rest) = rest.split_once("\" value=\"")?;
            let (value, _) = rest.split_once('"')?;
            Some((name.to_owned(), value.to_owned()))
        })
        .collect()
}

#[test]
fn spec_7_4_two_nodes_lose_nothing_while_the_database_is_down() {
    let Some(ground) = Ground::alone() else {
        return;
    };
    let nodes = [ground.node(&[]), ground.node(&[])];
    let mut asha = nodes[0].newcomer("Lamp Shop", "asha@lamp.example");
    let business = create(&mut asha, "Lamps");
    let ends = Arc::new(AtomicBool::new(false));
    let people = ["here", "there"]
        .into_iter()
        .zip(&nodes)
        .map(|(name, node)| {
            let browser = asha.at(&node.address);
            person(browser, business.clone(), name, ends.clone())
        });
    let people: Vec<_> = people.collect();
    thread::sleep(Duration::from_secs(2));
    ground.server.stop().expect("the database dies");
    let seconds = std::env::var("TIJORI_AWAY_S")
        .ok()
        .and_then(|it| it.parse().ok());
    thread::sleep(Duration::from_secs(seconds.unwrap_or(AWAY_S)));
    ground.server.start_again().expect("it is back");
    let back = Instant::now();
    thread::sleep(Duration::from_secs(3));
    ends.store(true, Ordering::Relaxed);
    let told: Vec<Told> = people
        .into_iter()
        .map(|it| it.join().expect("a person"))
        .collect();
    // Whoever was at a COMMIT when it went may have waited until it was back. Only one can be: the
    // other was told.
    let pages: u32 = told.iter().map(|it| it.away_count).sum();
    assert!(pages > 0, "nobody was told that it is away");
    for person in &told {
        let shown = (
            person.saved.len(),
            person.away_count,
            person.longest,
            &person.doubtful,
        );
        eprintln!("saved, pages that said so, longest wait, in doubt: {shown:?}");
        // How many it is says how busy this machine is, and no more.
        assert!(person.saved.len() > 1, "before and after");
        let last = person.last.expect("something saved");
        assert!(
            last > back && last < back + RECOVERY,
            "it went on without a restart"
        );
    }
    is_there(&ground, &told);
    // The trail is one, and what goes by itself goes on: a backup is made and proved.
    let trail = "SELECT count(*) = max(sequence) AND count(DISTINCT sequence) = count(*)
        FROM history";
    assert_eq!(ground.sql(trail), "t");
    make_due(&ground);
    wait_for(&ground, BACKUPS, "1");
    assert_eq!(nodes[1].browser().get("/health").status, 200);
}

/// What was told as saved is there, and nothing that nobody was told of.
fn is_there(ground: &Ground, told: &[Told]) {
    let sql = "SELECT substring(encode(content, 'escape') from '(?:here|there)-\\d{4}') || '.'
        FROM objects WHERE position(convert_to('here-', 'UTF8') in content) > 0";
    let mut found: Vec<String> = ground.sql(sql).lines().map(str::to_owned).collect();
    found.sort();
    let all = found.clone();
    found.dedup();
    assert_eq!(found, all, "something is there twice");
    for name in told.iter().flat_map(|it| &it.saved) {
        assert!(
            found.contains(name),
            "{name} was told as saved and is not there"
        );
    }
    let entered = told.iter().map(|it| it.saved.len() + it.doubtful.len());
    assert!(
        found.len() <= entered.sum(),
        "something is there that nobody was told of"
    );
}
