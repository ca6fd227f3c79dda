//! Messages of an embedded page, against the fixtures that the scripts of both ends are tested with.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use zjtx_wire::embed::{FromFrame, FromHost, TokensAsked, TokensGiven};

fn fixtures(list: &str) -> Vec<Value> {
    let all: Map<String, Value> =
        serde_json::from_str(include_str!("embed-messages.json")).expect("the fixtures are JSON");
    all.get(list).and_then(Value::as_array).expect("a list of messages").clone()
}

/// Every message of the list is read and written again as it was.
fn assert_spoken<M: Serialize + DeserializeOwned>(list: &str) {
    for message in fixtures(list) {
        let read: M =
            serde_json::from_value(message.clone()).unwrap_or_else(|error| panic!("{message}: {error}"));
        assert_eq!(serde_json::to_value(read).expect("a message can be written"), message);
    }
}

fn assert_refused<M: DeserializeOwned>(list: &str) {
    for message in fixtures(list) {
        assert!(serde_json::from_value::<M>(message.clone()).is_err(), "{message} was taken");
    }
}

#[test]
fn the_frame_says_these_and_nothing_else() {
    for list in ["hello", "fromFrame"] {
        assert_spoken::<FromFrame>(list);
    }
    for list in ["notHello", "notFromFrame"] {
        assert_refused::<FromFrame>(list);
    }
}

#[test]
fn the_host_says_these_and_nothing_else() {
    for list in ["init", "fromHost"] {
        assert_spoken::<FromHost<Map<String, Value>>>(list);
    }
    for list in ["notInit", "notFromHost"] {
        assert_refused::<FromHost<Map<String, Value>>>(list);
    }
}

#[test]
fn tokens_are_asked_for_and_given_so_and_not_otherwise() {
    assert_spoken::<TokensAsked>("tokensAsked");
    assert_refused::<TokensAsked>("notTokensAsked");
    assert_spoken::<TokensGiven>("tokensGiven");
    assert_spoken::<TokensGiven>("noTokensGiven");
    assert_refused::<TokensGiven>("notTokensGiven");
}
