//! Every address of the program, as its router knows them: tests that must hold for all of them
//! take them from here, so that none can be forgotten.

use std::collections::BTreeMap;
use web::Shared;

/// The addresses with their methods, by path: `/users/{user}` and `["GET", "POST"]`.
pub fn all(app: &Shared) -> BTreeMap<String, Vec<&'static str>> {
    // The router tells of itself in its `Debug` alone: first what answers, then where.
    let told = format!("{:?}", web::router(app.clone()));
    let (routes, paths) = told.split_once("paths: {").expect("the paths of a router");
    let methods: BTreeMap<&str, Vec<&'static str>> = routes
        .split("RouteId(")
        .skip(1)
        .map(|route| {
            let (number, rest) = route.split_once(')').expect("the number of a route");
            let allowed = rest.split("allow_header: Bytes(b\"").nth(1);
            let allowed = allowed.and_then(|it| it.split('"').next());
            let allowed = allowed.unwrap_or_else(|| panic!("no methods in {rest}"));
            let known = ["GET", "POST", "PUT", "PATCH", "DELETE"];
            let methods = known.into_iter().filter(|it| allowed.contains(it));
            (number, methods.collect())
        })
        .collect();
    let (paths, _) = paths.split_once('}').map_or((paths, ""), |_| {
        // Paths hold braces of their own; the list ends with a brace behind a quote.
        paths.split_once("\"}").expect("the end of the paths")
    });
    let mut found = BTreeMap::new();
    for path in paths.split("RouteId(").skip(1) {
        let (number, rest) = path.split_once("): \"").expect("a path");
        let path = rest.split('"').next().expect("its end");
        let methods = methods.get(number).expect("its methods");
        found.insert(path.to_owned(), methods.clone());
    }
    assert!(found.len() > 150, "only {} addresses", found.len());
    found
}
