import { componentType, messageFlag } from "../numbers.ts";
import type { FormFault } from "../refusal.ts";
import type { MessageComponent } from "../wire/component.ts";
import type { AllowedMentions, MessageBody } from "../wire/message.ts";
import { componentFaults, placed } from "./componentRules.ts";
import { embedFaults } from "./embedRules.ts";

/** Where a message stands that is checked. */
export interface MessageRules {
  /** Flags the bot may set on this route. */
  readonly flags: number;
  /** The message was sent with the V2 flag before: it cannot be taken away. */
  readonly wasV2?: boolean;
  /** Where in the body the message stands. */
  readonly path?: FormFault["path"];
}

/** What the schemas of messages let pass and Discord refuses. */
export function messageFaults(body: MessageBody, rules: MessageRules): readonly FormFault[] {
  const path = rules.path ?? [];
  const flags = body.flags ?? 0;
  const isV2 = (rules.wasV2 ?? false) || (flags & messageFlag.componentsV2) !== 0;
  const components = body.components ?? [];
  return [
    ...flagFaults(flags, rules, path),
    ...contentFaults(body, isV2, path),
    ...embedFaults(body.embeds ?? [], [...path, "embeds"]),
    ...(isV2 ? v2Faults(components, [...path, "components"]) : legacyFaults(components, [...path, "components"])),
    ...componentFaults(placed(components, [...path, "components"])),
    ...mentionFaults(body.allowed_mentions ?? {}, [...path, "allowed_mentions"]),
    ...(body.enforce_nonce === true && (body.nonce === undefined || body.nonce === null)
      ? [{ path: [...path, "nonce"], code: "BASE_TYPE_REQUIRED", message: "This field is required" }]
      : []),
  ];
}

/**
 * Discord ignores flags a bot may not set here. They are refused, because what is meant by the commonest of them, ephemeral, would be
 * posted for everybody to read.
 */
function flagFaults(flags: number, rules: MessageRules, path: FormFault["path"]): readonly FormFault[] {
  if ((flags & ~rules.flags) === 0) return [];
  return [
    {
      path: [...path, "flags"],
      code: "BITFIELD_TYPE_BAD_VALUE",
      message: `Flags ${flags & ~rules.flags} cannot be set here.`,
    },
  ];
}

/** components/reference: with the V2 flag `content`, `embeds`, `poll` and stickers no longer work. */
function contentFaults(body: MessageBody, isV2: boolean, path: FormFault["path"]): readonly FormFault[] {
  const faults: FormFault[] = [];
  if ((body.content?.length ?? 0) > 2000)
    faults.push({
      path: [...path, "content"],
      code: "BASE_TYPE_MAX_LENGTH",
      message: "Must be 2000 or fewer in length.",
    });
  if (!isV2) return faults;
  const legacy = {
    content: (body.content ?? "") !== "",
    embeds: (body.embeds?.length ?? 0) > 0,
    poll: body.poll !== undefined && body.poll !== null,
    sticker_ids: (body.sticker_ids?.length ?? 0) > 0,
  };
  for (const [name, isSent] of Object.entries(legacy))
    if (isSent)
      faults.push({
        path: [...path, name],
        code: "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
        message: `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      });
  return faults;
}

function legacyFaults(components: readonly MessageComponent[], path: FormFault["path"]): readonly FormFault[] {
  const faults: FormFault[] = [];
  if (components.length > 5)
    faults.push({ path, code: "BASE_TYPE_BAD_LENGTH", message: "Must be between 1 and 5 in length." });
  for (const [index, component] of components.entries()) {
    if (component.type !== componentType.actionRow)
      faults.push({
        path: [...path, index],
        code: "UNION_TYPE_CHOICES",
        message: 'Value of field "type" must be one of (1,).',
      });
  }
  return [...faults, ...rowFaults(components, path)];
}

function v2Faults(components: readonly MessageComponent[], path: FormFault["path"]): readonly FormFault[] {
  const all = placed(components, path);
  const faults: FormFault[] = [];
  if (all.length > 40)
    faults.push({ path, code: "COMPONENT_MAX_TOTAL_EXCEEDED", message: "The maximum number of components is 40" });
  const text = all.reduce(
    (sum, { component }) => sum + (component.type === componentType.textDisplay ? component.content.length : 0),
    0,
  );
  if (text > 4000)
    faults.push({
      path,
      code: "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
      message: "The total displayable text exceeds the maximum size of 4000",
    });
  return [
    ...faults,
    ...all.flatMap(({ component, path: at }) =>
      component.type === componentType.actionRow ? rowFaults([component], at, true) : [],
    ),
  ];
}

/** A row holds up to five buttons or one select (components/reference, "Action Row"). */
function rowFaults(
  components: readonly MessageComponent[],
  path: FormFault["path"],
  isItself = false,
): readonly FormFault[] {
  return components.flatMap((component, index): FormFault[] => {
    if (component.type !== componentType.actionRow) return [];
    const width = component.components.reduce((sum, part) => sum + (part.type === componentType.button ? 1 : 5), 0);
    if (width <= 5) return [];
    return [
      {
        path: [...path, ...(isItself ? [] : [index]), "components"],
        code: "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
        message: "The specified component exceeds the maximum width",
      },
    ];
  });
}

/** Naming people and letting all people through at once is refused (resources/message, "Allowed Mentions Object"). */
function mentionFaults(allowed: AllowedMentions, path: FormFault["path"]): readonly FormFault[] {
  return (["users", "roles"] as const).flatMap((kind) =>
    (allowed.parse ?? []).includes(kind) && (allowed[kind]?.length ?? 0) > 0
      ? [
          {
            path: [...path, "parse"],
            code: "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
            message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
          },
        ]
      : [],
  );
}
