// next-auth's own addresses are closed: links are redeemed by the button of /accesso/conferma alone, so that opening one
// (as mail scanners do) uses nothing up, and asking for one always meets the limits.

function refuse(): Response {
  return Response.json({ code: 'not-allowed' }, { status: 405, headers: { allow: '' } });
}

export { refuse as GET, refuse as POST };
