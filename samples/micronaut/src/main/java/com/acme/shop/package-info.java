/** One shop in three services: a catalogue, orders, and the stock. */
package com.acme.shop;
