// Nothing: who is not signed in is led to the page for that. Next writes this beside every page, and without it a page
// of its own with fifteen elements, in English.
export default function Unauthorized() {
  return null;
}
