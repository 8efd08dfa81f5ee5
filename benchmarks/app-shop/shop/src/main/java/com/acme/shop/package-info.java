/** A shop in one service, the same for every telemetry; it names none. */
package com.acme.shop;
