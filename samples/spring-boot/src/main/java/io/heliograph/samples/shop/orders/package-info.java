/** What customers ordered. */
package io.heliograph.samples.shop.orders;
