//! What whoever runs the edition does with subscribers, what a new one comes with, and the figures
//! that a node and the portal tell (docs/SPEC-cloud.md, 4 and 11).

use super::browser::Browser;
use super::ground::Ground;
use super::serving::create;
use super::states::enter_portal;

#[test]
fn spec_4_a_subscription_is_extended_and_an_empty_subscriber_is_removed() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    node.newcomer("Rope Shop", "bela@rope.example");
    let told = ground.json(&["subscriber", "extend", "Lamp Shop", "--until", "2031-05-04"]);
    let until = "2031-05-05T00:00:00Z";
    assert_eq!(told["subscriber"]["until"], until, "{told}");
    let shown = ground.json(&["subscriber", "show", "Lamp Shop"]);
    assert_eq!(shown["subscriber"]["until"], until, "{shown}");
    assert_eq!(shown["subscriber"]["state"], "trial", "{shown}");
    let other = ground.json(&["subscriber", "show", "Rope Shop"]);
    assert_ne!(other["subscriber"]["until"], until, "nobody else's");
    // Whoever has books, be it in Trash, stays.
    let business = create(&mut asha, "Lamps");
    asha.post(&format!("{business}/removal"), &[]);
    let refused = ground.run(&["subscriber", "remove", "Lamp Shop"]);
    assert!(!refused.status.success(), "{refused:?}");
    ground.json(&["subscriber", "show", "Lamp Shop"]);
    ground.json(&["subscriber", "remove", "Rope Shop"]);
    let gone = ground.run(&["subscriber", "show", "Rope Shop"]);
    assert!(!gone.status.success(), "{gone:?}");
    assert_eq!(
        ground.sql("SELECT count(*) FROM sign_in_names WHERE name = 'bela@rope.example'"),
        "0",
        "the name can be taken again"
    );
}

#[test]
fn spec_11_1_a_subscriber_comes_with_backups_every_night_that_are_rehearsed() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&[]);
    let asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let whose = &asha.cookies["subscriber"];
    let of = |sql: &str| ground.sql(&format!("{sql} WHERE subscriber = '{whose}'"));
    assert_eq!(of("SELECT count(*) FROM catalog_places"), "1");
    assert_eq!(of("SELECT count(*) FROM catalog_schedules"), "1");
    let rhythm = of("SELECT rhythm FROM catalog_schedules");
    let hour = rhythm
        .strip_prefix("daily 0")
        .and_then(|it| it.chars().next());
    assert!(hour.is_some_and(|it| ('1'..='4').contains(&it)), "{rhythm}");
    let rest = "SELECT is_rehearsed::text || is_on || (business IS NULL) || (passphrase IS NULL)
        || (SELECT string_agg(p.key::text, ',') = places FROM catalog_places p
            WHERE p.subscriber = catalog_schedules.subscriber) FROM catalog_schedules";
    assert_eq!(of(rest), "truetruetruetruetrue");
    // Kept by the usual rule: none of one's own is set.
    assert_eq!(of("SELECT count(*) FROM catalog_retention_rules"), "0");
}

#[test]
fn a_node_and_the_portal_tell_figures_at_an_address_of_their_own() {
    let Some(ground) = Ground::new() else { return };
    let free = || {
        let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        taken.local_addr().expect("an address").to_string()
    };
    let (of_node, of_portal) = (free(), free());
    let node = ground.node(&["--metrics", &of_node]);
    let portal = ground.start("portal", &["--metrics", &of_portal]);
    let mut asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    create(&mut asha, "Lamps");
    let mut door = enter_portal(&portal, "asha@lamp.example");
    assert_eq!(door.get("/").status, 200);
    for (address, own) in [(&of_node, &mut asha), (&of_portal, &mut door)] {
        let figures = Browser::new(address).get("/metrics");
        assert_eq!(figures.status, 200);
        assert!(
            figures.body.contains("tijori_requests_total"),
            "{}",
            figures.body
        );
        for name in ["Lamp", "asha"] {
            assert!(!figures.body.contains(name), "{}", figures.body);
        }
        assert_ne!(own.get("/metrics").status, 200, "not where people ask");
    }
    let out = door.post("/sign-out", &[]);
    let cleared = out.header("clear-site-data");
    assert!(
        cleared.contains("cache") && cleared.contains("storage"),
        "{cleared}"
    );
}
