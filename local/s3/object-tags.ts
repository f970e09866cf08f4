import { refuse } from "./refusals.ts";
import { childOf, childrenOf, element, parseXmlRoot, textOf, type XmlElement } from "./xml.ts";

type Tags = [string, string][];

/**
 * Returns the tags of an `x-amz-tagging` header (`a=1&b=2`, URL-encoded), in its order; none if the header is empty.
 * Refuses `InvalidTag` if there are more than ten tags, a key is repeated, empty or over 128 characters, or a value is
 * over 256.
 */
export function readTagHeader(header: string): Tags {
  return expectTags([...new URLSearchParams(header)]);
}

/**
 * Returns the tags of a `<Tagging>` document, in its order. Refuses `MalformedXML` if it is not XML, has another root
 * or lacks a `TagSet`. Refuses `InvalidTag` if there are more than ten tags; if a key is repeated, empty or over 128
 * characters; or if a value is over 256.
 */
export function readTagging(document: string): Tags {
  const set = childOf(parseXmlRoot(document, "Tagging"), "TagSet") ?? refuse("MalformedXML");
  return expectTags(childrenOf(set, "Tag").map((tag) => [textOf(tag, "Key") ?? "", textOf(tag, "Value") ?? ""]));
}

export function taggingXml(tags: Tags): XmlElement {
  const set = tags.map(([key, value]) => element("Tag", element("Key", key), element("Value", value)));
  return element("Tagging", element("TagSet", ...set));
}

function expectTags(tags: Tags): Tags {
  const keys = new Set(tags.map(([key]) => key));
  const fits = tags.every(([key, value]) => key.length >= 1 && key.length <= 128 && value.length <= 256);
  if (!fits || keys.size < tags.length || tags.length > 10) refuse("InvalidTag");
  return tags;
}
