/** How much of each product there is. */
package io.heliograph.samples.shop.stock;
