// @ts-check
/** @import { PlatformKind, ShownForm, ShownPerson } from "../wire.ts" */
/** @import { Act } from "../acts.ts" */
/** @import { Say } from "./texts.js" */
import { createFormWindow, shapeOf } from "./formWindow.js";

/**
 * The form that stands open in a pane. While it does, nothing behind it can be reached; what is typed in it stays until it is sent.
 * @param {{ root: HTMLElement, body: HTMLElement, content: HTMLElement, notices: HTMLElement, noticeSlot: HTMLElement,
 *   act: (act: Act, trigger?: Element) => Promise<boolean>, onClosed: () => void }} options
 */
export function createPaneForm({ root, body, content, notices, noticeSlot, act, onClosed }) {
  /** @type {ReturnType<typeof createFormWindow> | undefined} */
  let open;

  const close = () => {
    if (open === undefined) return;
    const hadFocus = open.element.contains(document.activeElement);
    noticeSlot.append(notices);
    open.element.remove();
    open = undefined;
    content.inert = false;
    if (hadFocus) onClosed();
  };
  /**
   * @param {ShownForm | undefined} form
   * @param {PlatformKind} platform
   * @param {readonly ShownPerson[]} people
   * @param {Say} say
   */
  const show = (form, platform, people, say) => {
    if (form === undefined) return close();
    if (open?.shape === shapeOf(form)) return open.update(form);
    // A form that opens in the other pane does not take the focus away from this one.
    const focused = document.activeElement;
    const mayFocus = focused === null || focused === document.body || root.contains(focused);
    open?.element.remove();
    open = createFormWindow(form, { platform, people, say, notices, act });
    content.inert = true;
    body.append(open.element);
    if (mayFocus) open.focus();
  };
  return { show, close };
}
