//! The command line of the harness. That this test exists makes cargo build the harness together
//! with the program that it breaks.

use std::process::Command;

#[test]
fn a_wrong_word_is_answered_with_the_programmes_and_exit_code_64() {
    let output = Command::new(env!("CARGO_BIN_EXE_faults"))
        .args(["--long", "earthquake"])
        .output()
        .expect("the harness starts");
    assert_eq!(output.status.code(), Some(64));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        said.contains("`earthquake`") && said.contains("power-cut"),
        "{said}"
    );
}
