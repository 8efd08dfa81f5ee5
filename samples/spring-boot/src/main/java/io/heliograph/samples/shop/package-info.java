/** One shop in three services: a catalogue, orders, and the stock. */
package io.heliograph.samples.shop;
