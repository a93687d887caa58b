export { webAddress as hyperlinkAddress } from '@/lib/core/web-address';
