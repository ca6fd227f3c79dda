//! The configuration, as the command line reads it.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::support::process::program;

fn check(text: &str, variables: &[(&str, &str)]) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("aggregator.toml");
    fs::write(&file, text).expect("a file");
    check_file(&file, variables)
}

fn check_file(file: &Path, variables: &[(&str, &str)]) -> Output {
    let mut command = program();
    command.arg("--config").arg(file).args(["config", "check"]);
    command.envs(variables.iter().copied()).output().expect("the program runs")
}

fn refusal(output: &Output) -> String {
    assert!(!output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn values(output: &Output) -> serde_json::Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("the values")
}

#[test]
fn the_environment_goes_before_the_file() {
    let text = "listen = \"127.0.0.1:1\"\n[limits]\nper_second = 7\nqueue = 9\n";
    let values = values(&check(text, &[("ZJTX_LIMITS__PER_SECOND", "8")]));
    assert_eq!(values["listen"], "127.0.0.1:1");
    assert_eq!((&values["limits"]["per_second"], &values["limits"]["queue"]), (&8.into(), &9.into()));
    assert_eq!(values["release"]["epsilon"], "1");
}

#[test]
fn unknown_keys_are_refused_by_name() {
    for (text, variables, name) in [
        ("lissten = \"127.0.0.1:1\"", vec![], "lissten"),
        ("[limits]\nper_minute = 1", vec![], "per_minute"),
        ("", vec![("ZJTX_LIMIT__QUEUE", "1")], "limit"),
    ] {
        let message = refusal(&check(text, &variables));
        assert!(message.contains(name) && message.contains("配置有误"), "{message}");
    }
}

#[test]
fn wrong_values_are_refused_by_name() {
    for (text, name) in [
        ("metrics_listen = \"192.0.2.1:9\"", "metrics_listen"),
        ("[release]\nepsilon = \"0.5\"", "release.epsilon"),
        ("[release]\nminimum_batch = 0", "release.minimum_batch"),
        ("[limits]\ntable_entries = 0", "limits.table_entries"),
        ("[log]\nlevel = \"loud\"", "log.level"),
        ("listen = 7", "listen"),
        ("allowed_origins = [\"*\"]", "allowed_origins"),
        ("allowed_origins = [\"https://portal.example/\"]", "allowed_origins"),
        ("allowed_origins = [\"portal.example\"]", "allowed_origins"),
        ("public_url = \"self-test.example\"", "public_url"),
        ("[connections]\nmaximum = 9000000000000000000", "connections.maximum"),
        ("[connections]\nage_seconds = 0", "connections.age_seconds"),
        ("[limits]\nqueue = 9000000000000000000", "limits.queue"),
        ("[limits]\nreplicas = 0", "limits.replicas"),
        ("site = \"/nowhere/site\"", "site"),
        ("[backup]\nfolder = \"/nowhere/backup\"", "backup.folder"),
        ("[proxy]\ntrusted = [\"0.0.0.0/0\"]", "proxy.trusted"),
        ("database = \"mysql://localhost/zjtx\"", "database"),
        ("database = \"postgres://zjtx@db.example/zjtx\"", "db.example"),
        ("database = \"postgres://zjtx@localhost/zjtx?sslmode=verify-full\"", "postgres://"),
    ] {
        let message = refusal(&check(text, &[]));
        assert!(message.contains(name), "{message}");
    }
}

#[test]
fn origins_are_taken_as_browsers_write_them() {
    for text in [
        "allowed_origins = [\"https://portal.example\", \"http://10.0.0.1:8080\", \"null\"]",
        "public_url = \"https://self-test.example/\"",
        "database = \"postgres:///zjtx?host=/var/run/postgresql\"",
        "database = \"postgres://zjtx@[::1]/zjtx\"",
    ] {
        values(&check(text, &[]));
    }
}

#[test]
fn an_address_that_is_neither_path_nor_url_is_not_repeated() {
    let output = check("", &[("DATABASE_URL", "host=localhost user=zjtx password=geheim")]);
    let message = refusal(&output);
    assert!(message.contains("database") && !message.contains("geheim"), "{message}");
}

#[test]
fn passwords_are_not_shown() {
    let address = "postgres://zjtx:geheim@localhost/zjtx";
    let output = check("", &[("DATABASE_URL", address)]);
    assert_eq!(values(&output)["database"], "postgres://…");
    assert!(!String::from_utf8_lossy(&output.stdout).contains("geheim"));
}

#[test]
fn a_missing_file_is_named() {
    assert!(refusal(&check_file(Path::new("/nowhere/aggregator.toml"), &[])).contains("/nowhere"));
}
