package org.coursewise.localstack.gateway;

/** RFC 9457, as the services write it. */
record Problem(String type, String title, int status, String detail, String instance) {}
