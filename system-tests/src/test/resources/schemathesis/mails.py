"""Teaches Schemathesis to send a whole mail as a body."""

import schemathesis


@schemathesis.serializer("message/rfc822")
def mail(ctx, value):
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogateescape")
