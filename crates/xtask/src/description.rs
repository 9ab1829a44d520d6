//! The operations of an OpenAPI description, as far as a request needs them.

use serde_json::Value;

const VERBS: [&str; 7] = ["get", "put", "post", "delete", "patch", "head", "options"];

/// An operation of the description.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Described {
    /// The verb in capitals.
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) parameters: Vec<Parameter>,
    /// The status of its first good answer, such as `200`.
    pub(crate) status: String,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    /// `path`, `query` or `header`.
    pub(crate) place: String,
    /// A value that it may have, where the description names one.
    pub(crate) sample: Option<Value>,
}

/// Every operation in the order of the description.
pub(crate) fn operations(description: &Value) -> Result<Vec<Described>, String> {
    let paths = description["paths"]
        .as_object()
        .ok_or("the description has no paths")?;
    let mut all = Vec::new();
    for (path, item) in paths {
        for verb in VERBS {
            let Some(operation) = item.get(verb) else {
                continue;
            };
            let own = operation["parameters"].as_array();
            let shared = item["parameters"].as_array();
            let parameters = own.into_iter().chain(shared).flatten();
            all.push(Described {
                method: verb.to_uppercase(),
                path: path.clone(),
                parameters: parameters
                    .filter_map(|parameter| read(description, parameter))
                    .collect(),
                status: status(&operation["responses"]),
            });
        }
    }
    Ok(all)
}

/// What a reference within the description stands for.
fn resolve<'v>(description: &'v Value, value: &'v Value) -> &'v Value {
    value["$ref"]
        .as_str()
        .and_then(|target| description.pointer(target.strip_prefix('#')?))
        .unwrap_or(value)
}

fn read(description: &Value, parameter: &Value) -> Option<Parameter> {
    let parameter = resolve(description, parameter);
    let schema = resolve(description, &parameter["schema"]);
    Some(Parameter {
        name: parameter["name"].as_str()?.to_owned(),
        place: parameter["in"].as_str()?.to_owned(),
        sample: sample(parameter).or_else(|| of_schema(description, schema)),
    })
}

/// The example that a parameter or a schema gives.
fn sample(of: &Value) -> Option<Value> {
    let named = of["examples"].as_object();
    let first_named = named.and_then(|all| all.values().next()?.get("value"));
    let listed = of["examples"].as_array().and_then(|all| all.first());
    of.get("example").or(first_named).or(listed).cloned()
}

fn of_schema(description: &Value, schema: &Value) -> Option<Value> {
    let schema = resolve(description, schema);
    let chosen = schema["enum"].as_array().and_then(|all| all.first());
    let either = schema["oneOf"].as_array().and_then(|all| all.first());
    sample(schema)
        .or_else(|| chosen.or(schema.get("minimum")).cloned())
        .or_else(|| schema.get("default").cloned())
        .or_else(|| match schema["type"].as_str() {
            Some("array") => {
                of_schema(description, &schema["items"]).map(|value| Value::Array(vec![value]))
            }
            Some("object") => {
                let fields = schema["properties"].as_object()?.iter();
                let known = fields.filter_map(|(name, field)| {
                    Some((name.clone(), of_schema(description, field)?))
                });
                Some(Value::Object(known.collect()))
            }
            Some("integer") => Some(1.into()),
            _ => either.and_then(|schema| of_schema(description, schema)),
        })
}

fn status(responses: &Value) -> String {
    let mut all: Vec<&str> = responses
        .as_object()
        .into_iter()
        .flat_map(|responses| responses.keys().map(String::as_str))
        .collect();
    all.sort_unstable();
    all.first().copied().unwrap_or("200").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn parameters_are_read_through_references() {
        let description = json!({
            "paths": {"/a/{id}": {
                "parameters": [{"name": "id", "in": "path", "schema": {"type": "integer"}}],
                "get": {
                    "parameters": [{"$ref": "#/components/parameters/kind"},
                        {"name": "ids", "in": "query", "schema": {"type": "array", "items": {"enum": [4, 5]}}}],
                    "responses": {"404": {}, "201": {}}
                }
            }},
            "components": {"parameters": {
                "kind": {"name": "kind", "in": "query", "schema": {"type": "string"},
                    "examples": {"one": {"value": "word"}}}
            }}
        });
        let all = operations(&description).unwrap();
        let parameter = |name: &str, place: &str, sample: Value| Parameter {
            name: name.into(),
            place: place.into(),
            sample: Some(sample),
        };
        assert_eq!(
            all,
            [Described {
                method: "GET".into(),
                path: "/a/{id}".into(),
                parameters: vec![
                    parameter("kind", "query", json!("word")),
                    parameter("ids", "query", json!([4])),
                    parameter("id", "path", json!(1)),
                ],
                status: "201".into(),
            }]
        );
        assert!(operations(&json!({})).is_err());
    }
}
