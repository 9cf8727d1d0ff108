//! Nodes side by side on one database: what goes by itself is done once, a node that dies loses
//! nothing, and a database that goes away for a while comes back (docs/SPEC-cloud.md, 5, 7 and 11).

use super::browser::Browser;
use super::ground::Ground;
use super::serving::create;
use super::states::enter_portal;
use std::thread;
use std::time::{Duration, Instant};

/// How long something that goes by itself may take here.
const PATIENCE: Duration = Duration::from_secs(90);

/// Waits until a question to the database is answered with this.
pub fn wait_for(ground: &Ground, sql: &str, wanted: &str) {
    let begun = Instant::now();
    loop {
        let answer = ground.sql(sql);
        if answer == wanted {
            return;
        }
        assert!(
            begun.elapsed() < PATIENCE,
            "{sql}: {answer} and not {wanted}"
        );
        thread::sleep(Duration::from_millis(100));
    }
}

/// Has every schedule be due, and every job be done as soon as a node is free.
pub fn make_due(ground: &Ground) {
    ground.sql("UPDATE catalog_schedules SET rhythm = 'hourly', since = '2026-01-01T00:00:00Z'");
    ground.sql("UPDATE jobs SET due_at = now()");
}

pub const BACKUPS: &str = "SELECT count(*) FROM catalog_entries WHERE state = 'good'";

#[test]
fn spec_11_backups_are_made_once_among_nodes_and_fetched_from_the_portal() {
    let Some(ground) = Ground::new() else { return };
    let nodes = [ground.node(&[]), ground.node(&[])];
    let mut asha = nodes[0].newcomer("Lamp Shop", "asha@lamp.example");
    let mut bela = nodes[1].newcomer("Rope Shop", "bela@rope.example");
    create(&mut asha, "Lamps");
    create(&mut asha, "Candles");
    create(&mut bela, "Ropes");
    make_due(&ground);
    wait_for(&ground, BACKUPS, "3");
    // Looking again, on both nodes, makes no other.
    ground.sql("UPDATE jobs SET due_at = now()");
    wait_for(
        &ground,
        "SELECT count(*) FROM jobs WHERE due_at <= now()",
        "0",
    );
    assert_eq!(ground.sql(BACKUPS), "3");
    // Every one of them was brought back in a rehearsal, and lies below its subscriber's folder.
    let rehearsed =
        "SELECT count(*) FROM catalog_runs WHERE kind = 'rehearsal' AND outcome = 'good'";
    wait_for(&ground, rehearsed, "3");
    let whose = &asha.cookies["subscriber"];
    let folder = ground.storage.folder().join("books/cloud").join(whose);
    assert!(folder.is_dir(), "{}", folder.display());

    let portal = ground.portal();
    let mut at_portal = enter_portal(&portal, "asha@lamp.example");
    let list = at_portal.get("/");
    assert!(
        list.body.contains("Lamps") && !list.body.contains("Ropes"),
        "{}",
        list.body
    );
    let mut files = Vec::new();
    for business in links(&list.body, "/businesses/") {
        let page = at_portal.get(&business);
        files.extend(links(&page.body, &format!("{business}/backups/")));
    }
    assert_eq!(files.len(), 2);
    let file = ground.file("fetched.manager");
    let answer = at_portal.get(&files[0]);
    assert_eq!(answer.status, 200);
    std::fs::write(&file, &answer.bytes).expect("it is kept");
    let proved = ground.tool(&["verify", &file.display().to_string()]);
    assert!(proved.status.success(), "{proved:?}");
    // Not another's, by whatever session.
    let mut stranger = enter_portal(&portal, "bela@rope.example");
    assert_eq!(stranger.get(&files[0]).status, 404);
    assert_eq!(portal.browser().get(&files[0]).status, 303);
}

/// The addresses in a page that begin so, each once.
fn links(page: &str, beginning: &str) -> Vec<String> {
    let mut found: Vec<String> = page
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| href.starts_with(beginning))
        .map(str::to_owned)
        .collect();
    found.dedup();
    found
}

/// Returns as soon as a node works: the database looks every few milliseconds, for half a minute,
/// since a backup of little is made in less time than a question from here takes.
const TURN_BEGUN: &str = "DO $$ BEGIN FOR look IN 1..6000 LOOP
    EXIT WHEN EXISTS (SELECT 1 FROM turns); PERFORM pg_sleep(0.005); END LOOP; END $$";

#[test]
fn spec_11_2_a_node_that_is_killed_in_the_middle_of_a_backup_is_followed_by_another() {
    let Some(ground) = Ground::new() else { return };
    let first = ground.node(&[]);
    let mut asha = first.newcomer("Lamp Shop", "asha@lamp.example");
    create(&mut asha, "Lamps");
    make_due(&ground);
    ground.sql(TURN_BEGUN);
    first.kill();
    assert_eq!(
        ground.sql("SELECT count(*) FROM turns"),
        "1",
        "it died in the middle"
    );
    let second = ground.node(&[]);
    // What the dead one held is held until its time is over.
    thread::sleep(Duration::from_secs(4));
    let held = "SELECT count(*) FROM jobs WHERE what = 'keeping' AND held_until > now()";
    assert_eq!(ground.sql(held), "1");
    for table in ["jobs", "turns"] {
        ground.sql(&format!(
            "UPDATE {table} SET held_until = now() - interval '1 second'"
        ));
    }
    wait_for(&ground, BACKUPS, "1");
    let mut there = asha.at(&second.address);
    assert!(there.get("/").body.contains("Lamps"));
    drop(second);
}

#[test]
fn spec_7_4_a_database_that_goes_away_is_told_and_comes_back() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let lamps = create(&mut asha, "Lamps");
    let portal = ground.portal();
    let mut at_portal = enter_portal(&portal, "asha@lamp.example");
    ground.take_database_away();
    let away = |browser: &mut Browser, path: &str| {
        let answer = browser.get(path);
        assert_eq!(answer.status, 503, "{path}: {}", answer.body);
        assert_eq!(answer.header("retry-after"), "10", "{path}");
        assert!(answer.body.contains("Nothing"), "{path}: {}", answer.body);
    };
    for path in ["/", lamps.as_str(), "/sign-in"] {
        away(&mut asha, path);
    }
    assert_eq!(asha.post("/businesses", &[("name", "Lost")]).status, 503);
    assert_eq!(at_portal.get("/").status, 503);
    assert_eq!(node.browser().get("/health").status, 503);
    let form = [("name", "asha@lamp.example"), ("password", "x")];
    assert_eq!(node.browser().post("/sign-in", &form).status, 503);
    assert_eq!(
        node.browser().get("/sign-up").status,
        200,
        "what asks nobody goes on"
    );
    ground.bring_database_back();
    let page = asha.get("/");
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(page.body.contains("Lamps") && !page.body.contains("Lost"));
    create(&mut asha, "Candles");
    assert_eq!(at_portal.get("/").status, 200);
    assert_eq!(node.browser().get("/health").status, 200);
    // What goes by itself goes on by itself too.
    make_due(&ground);
    wait_for(&ground, BACKUPS, "2");
}

#[test]
fn a_node_and_the_portal_end_in_order_when_they_are_told_to() {
    let Some(ground) = Ground::new() else { return };
    let (node, portal) = (ground.node(&[]), ground.portal());
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let business = create(&mut asha, "Lamps");
    assert_eq!(asha.get(&business).status, 200);
    let mut door = enter_portal(&portal, "asha@lamp.example");
    assert_eq!(door.get("/").status, 200);
    assert_eq!((node.end(), portal.end()), (Some(0), Some(0)));
}

/// Makes a customer at a node.
pub fn customer(browser: &mut Browser, business: &str, name: &str) -> String {
    let form = [("Name", name)];
    let answer = browser.post(&format!("{business}/records/customers"), &form);
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.header("location").to_owned()
}

/// The digest of the version that a form was made from.
fn seen(page: &str) -> String {
    let (_, rest) = page
        .split_once("name=\"base\" value=\"")
        .expect("a version");
    rest.split('"').next().expect("a version").to_owned()
}

#[test]
fn two_nodes_two_people_one_record() {
    let Some(ground) = Ground::new() else { return };
    let nodes = [ground.node(&[]), ground.node(&[])];
    let mut one = nodes[0].newcomer("Lamp Shop", "asha@lamp.example");
    let business = create(&mut one, "Lamps");
    let mut two = one.at(&nodes[1].address);
    let record = customer(&mut one, &business, "Karim");
    let edit = format!("{record}/edit");
    let (first, second) = (seen(&one.get(&edit).body), seen(&two.get(&edit).body));
    let saved = one.post(&record, &[("Name", "Karim & Sons"), ("base", &first)]);
    assert_eq!(saved.status, 303, "{}", saved.body);
    let late = two.post(&record, &[("Name", "Karim Brothers"), ("base", &second)]);
    assert_eq!(late.status, 409, "{}", late.body);
    assert!(late.body.contains("Karim Brothers") && late.body.contains("Karim &amp; Sons"));
    // Both nodes write at once, each its own records: nothing is lost and the trail is one.
    let many = |mut browser: Browser, business: String, name: &'static str| {
        thread::spawn(move || {
            for number in 0..10 {
                customer(&mut browser, &business, &format!("{name} {number}"));
            }
        })
    };
    let writers = [
        many(one.clone(), business.clone(), "Here"),
        many(two.clone(), business.clone(), "There"),
    ];
    for writer in writers {
        writer.join().expect("it writes");
    }
    let list = one.get(&format!("{business}/records/customers")).body;
    for number in 0..10 {
        assert!(
            list.contains(&format!("Here {number}")) && list.contains(&format!("There {number}"))
        );
    }
    let trail = "SELECT count(*) = max(sequence) AND count(DISTINCT sequence) = count(*)
        FROM history";
    assert_eq!(ground.sql(trail), "t");
}
